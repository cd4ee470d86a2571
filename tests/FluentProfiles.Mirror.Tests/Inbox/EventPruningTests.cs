using FluentProfiles.Mirror.Inbox;
using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.Inbox;

public sealed class EventPruningTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Events_AreKeptForSevenDays(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ReceiveAsync("old", TestProfiles.IdOf(1));
        await inbox.PassAsync(TimeSpan.FromDays(6));
        await inbox.ReceiveAsync("new", TestProfiles.IdOf(1));

        await PruneAsync(inbox);
        Assert.Equal(["new", "old"], await IdsAsync(inbox));
        await inbox.PassAsync(TimeSpan.FromDays(1.1));
        await PruneAsync(inbox);

        Assert.Equal(["new"], await IdsAsync(inbox));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task AMirrorThatNobodyRefreshes_LosesOldEventsWhenOthersArrive(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        await inbox.ReceiveAsync("old", TestProfiles.IdOf(1));
        await inbox.PassAsync(EventPruning.Kept + TimeSpan.FromHours(1));
        await inbox.Service.ReopenAsync();

        await inbox.ReceiveAsync("new", TestProfiles.IdOf(1));

        Assert.Equal(["new"], await IdsAsync(inbox));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task OtherScopesOfTheDatabase_LoseTheirsToo(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        var other = await inbox.Service.Database.Store().OpenAsync(default);
        await AddAsync(inbox, other, 3);
        await inbox.PassAsync(EventPruning.Kept + TimeSpan.FromHours(1));
        await inbox.ReceiveAsync("new", TestProfiles.IdOf(1));

        await PruneAsync(inbox);

        Assert.Equal(["new"], await IdsAsync(inbox));
    }

    [Theory]
    [OnSqlite]
    public async Task ARound_IsStartedOnceAnHour(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        EventPruning pruning = new(inbox.Service.Mirror.Store, clock);
        await pruning.RunAsync(default);
        await inbox.ReceiveAsync("old", TestProfiles.IdOf(1));
        await inbox.PassAsync(EventPruning.Kept + TimeSpan.FromHours(1));

        clock.Advance(EventPruning.Every - TimeSpan.FromTicks(1));
        await pruning.RunAsync(default);
        Assert.Equal(["old"], await IdsAsync(inbox));
        clock.Advance(TimeSpan.FromTicks(1));
        await pruning.RunAsync(default);

        Assert.Empty(await IdsAsync(inbox));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task ManyOldEvents_AreRemovedSomeAtATime(DatabaseKind kind)
    {
        await using var inbox = await InboxOfTest.StartAsync(kind);
        EventPruning pruning = new(inbox.Service.Mirror.Store, clock);
        await AddAsync(inbox, 1, 700);
        await AddAsync(inbox, 2, (2 * EventPruning.MostAtOnce) - 600);
        await inbox.PassAsync(EventPruning.Kept + TimeSpan.FromHours(1));
        await inbox.Service.Database.Store().OpenAsync(default);
        List<int> left = [];

        for (var i = 0; i < 3; i++)
        {
            await pruning.RunAsync(default);
            left.Add((await IdsAsync(inbox)).Count);
        }

        Assert.Equal([1_100, 100, 0], left);
    }

    private Task PruneAsync(InboxOfTest inbox) => new EventPruning(inbox.Service.Mirror.Store, clock).RunAsync(default);

    private static async Task<List<string>> IdsAsync(InboxOfTest inbox) =>
        [.. (await inbox.EventsAsync()).Select(row => row.Id)];

    private static async Task AddAsync(InboxOfTest inbox, int scope, int count)
    {
        await using var context = inbox.Service.Database.Context();
        context.AddRange(
            Enumerable
                .Range(0, count)
                .Select(i => new MirrorEvent
                {
                    Scope = scope,
                    Id = $"wevt_{i}",
                    Profile = TestProfiles.IdOf(1),
                    ReceivedAt = TimeProvider.System.GetUtcNow(),
                })
        );
        await context.SaveChangesAsync();
    }
}
