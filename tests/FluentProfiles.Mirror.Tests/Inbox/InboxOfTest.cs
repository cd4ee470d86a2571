using System.Globalization;
using FluentProfiles.Mirror.Inbox;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Inbox;

/// <summary>A mirror that has loaded a service, its inbox, and a reader that runs when it is told to.</summary>
internal sealed class InboxOfTest : IAsyncDisposable
{
    public const int Profiles = 150;

    private InboxOfTest(MirroredService service) => Service = service;

    public MirroredService Service { get; }

    private WebhookInbox Inbox => Service.Mirror.Inbox;

    public static async Task<InboxOfTest> StartAsync(DatabaseKind kind)
    {
        var service = await MirroredService.StartAsync(kind, TestProfiles.Many(Profiles));
        await service.Mirror.RefreshAsync();
        service.Emulator.ClearRequests();
        return new(service);
    }

    public static WebhookEvent Event(string id, string? profile, DateTimeOffset? createdAt = null) =>
        new()
        {
            Id = id,
            Type = WebhookEventType.UserProfileEnforcementActionOpened,
            ProfileId = profile,
            CreatedAt = createdAt ?? TimeProvider.System.GetUtcNow(),
        };

    public async Task ReceiveAsync(string id, string? profile, DateTimeOffset? createdAt = null) =>
        await Inbox.HandleAsync(Event(id, profile, createdAt), CancellationToken.None);

    /// <summary>Restricts a profile, and receives the event.</summary>
    public Task ChangeAsync(string id, string profile)
    {
        Service.Emulator.OpenEnforcementAction(profile);
        return ReceiveAsync(id, profile);
    }

    public Task<InboxStep> ReadAsync() => Service.Mirror.InboxReader.StepAsync(CancellationToken.None);

    /// <summary>What waits to be read, as <c>3+1</c>: the number of the profile, and how often it was read.</summary>
    public async Task<string> WaitingAsync() =>
        string.Join(' ', (await PendingAsync()).Select(row => $"{NumberOf(row.Profile)}+{row.Attempts}"));

    public async Task<List<MirrorPendingRead>> PendingAsync()
    {
        await using var context = Service.Database.Context();
        return await context.Set<MirrorPendingRead>().AsNoTracking().OrderBy(row => row.Profile).ToListAsync();
    }

    public async Task<List<MirrorEvent>> EventsAsync()
    {
        await using var context = Service.Database.Context();
        return await context.Set<MirrorEvent>().AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    /// <summary>Lets time pass: all that the inbox knows happened so much earlier.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var by = (long)time.TotalMicroseconds;
        await using var context = Service.Database.Context();
        foreach (
            var sql in new[]
            {
                "UPDATE \"MirrorPendingRead\" SET \"FirstAt\" = \"FirstAt\" - {0}, \"LastAt\" = \"LastAt\" - {0}, \"DueAt\" = \"DueAt\" - {0}",
                "UPDATE \"MirrorEvent\" SET \"ReceivedAt\" = \"ReceivedAt\" - {0}",
            }
        )
            await context.Database.ExecuteSqlRawAsync(sql, by);
    }

    /// <summary>The numbers of the profiles that were asked for by id.</summary>
    public string Asked => string.Join(' ', Service.IdsRequested.Select(NumberOf).Order(StringComparer.Ordinal));

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private static string NumberOf(string id)
    {
        var number = Enumerable.Range(0, Profiles).Where(one => TestProfiles.IdOf(one) == id);
        return number.Select(one => one.ToString(CultureInfo.InvariantCulture)).FirstOrDefault(id);
    }
}
