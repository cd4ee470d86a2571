using Probe.Wire;

namespace Probe.Life;

/// <summary>Creates a profile, changes it, deletes it, and records what the service answers meanwhile. Whatever happens, the
/// profile is deleted in the end.</summary>
internal sealed class ProfileLife(ServiceWire wire)
{
    /// <summary>The most requests of a life, with the clean-up of one that broke off.</summary>
    public const int MostRequests = Steps + Cleanup;

    /// <summary>The longest time that the clean-up takes.</summary>
    public static readonly TimeSpan MostCleanupTime = TimeSpan.FromSeconds(30);

    private const int Steps = 13;
    private const int Cleanup = 2;
    private const string MarkerKey = "fluentprofiles_probe";
    private const string Update = """{"metadata":{"changed":"2","removed":"","added":"1"}}""";

    private readonly string marker = Guid.NewGuid().ToString("N");
    private bool mayExist;
    private string? id;

    /// <summary>Gets whether the profile could not be deleted.</summary>
    public bool IsLeftBehind => mayExist;

    /// <summary>Gets what to look for if the profile is left behind.</summary>
    public string Description => id ?? $"the profile with the metadata {MarkerKey}={marker}";

    /// <exception cref="UncheckedException">A step failed on which all others depend.</exception>
    public async Task<LifeRecord> LiveAsync(CancellationToken cancellationToken)
    {
        wire.Allow(Steps);
        try
        {
            return await LiveThroughAsync(cancellationToken);
        }
        finally
        {
            await CleanUpAsync();
        }
    }

    private async Task<LifeRecord> LiveThroughAsync(CancellationToken cancellationToken)
    {
        var before = await wire.PageAsync(LifeRecord.Query(6), cancellationToken);
        var three = await wire.PageAsync(LifeRecord.Query(3), cancellationToken);
        mayExist = true;
        var create = $$$"""{"metadata":{"{{{MarkerKey}}}":"{{{marker}}}","kept":"1","changed":"1","removed":"1"}}""";
        var answer = await wire.SendAsync(HttpMethod.Post, "", create, cancellationToken);
        mayExist = answer.Status is < 400 or >= 500;
        var created = answer.Profile();
        id = created.Id;
        var resource = "/" + Uri.EscapeDataString(id);

        var listed = await ListAsync(5);
        var afterThree = three.Next is { } cursor ? await ListAsync(3, cursor) : null;
        var newest = await ListAsync(1);
        var updated = await SendAsync(HttpMethod.Post, Update);
        var updatedAgain = await SendAsync(HttpMethod.Post, Update);
        var deleted = await SendAsync(HttpMethod.Delete);
        mayExist = deleted.Status != 200;
        return new(before, created, listed, newest, updated, updatedAgain, deleted)
        {
            AfterThree = afterThree,
            GotAfterDelete = await SendAsync(HttpMethod.Get),
            DeletedAgain = await SendAsync(HttpMethod.Delete),
            ListedAfterDelete = await ListAsync(5),
            AfterNewest = CursorOf(newest) is { } behind ? await ListAsync(2, behind) : null,
        };

        Task<Reply> SendAsync(HttpMethod method, string? body = null) =>
            wire.SendAsync(method, resource, body, cancellationToken);

        Task<Reply> ListAsync(int limit, string? page = null) =>
            wire.GetAsync(Listings.Resource(LifeRecord.Query(limit), page), cancellationToken);
    }

    private static string? CursorOf(Reply page) => page.Status == 200 ? page.Page().Next : null;

    /// <summary>Deletes what may be left: also after a cancellation, and after a create whose answer was lost.</summary>
    private async Task CleanUpAsync()
    {
        if (!mayExist)
            return;
        wire.Allow(Cleanup);
        using CancellationTokenSource enough = new(MostCleanupTime);
        try
        {
            id ??= await FindAsync(enough.Token);
            var answer = id is null
                ? null
                : await wire.SendAsync(HttpMethod.Delete, "/" + Uri.EscapeDataString(id), null, enough.Token);
            mayExist = answer is not (null or { Status: 200 } or { IsAbsent: true });
        }
        catch (Exception failure) when (failure is UncheckedException or OperationCanceledException)
        {
            // It is reported as left behind.
        }
    }

    private async Task<string?> FindAsync(CancellationToken cancellationToken) =>
        (await wire.PageAsync(LifeRecord.Query(100), cancellationToken)).Profiles.FirstOrDefault(IsMine)?.Id;

    private bool IsMine(Sight profile) => profile.Metadata.GetValueOrDefault(MarkerKey) == marker;
}
