using FluentProfiles.Sources;
using FluentProfiles.Writing.Sync.Planning;

namespace FluentProfiles.Writing.Sync.Applying;

/// <summary>What one call of a sync shares from its first request to its last: a background client, the budget and the
/// progress.</summary>
internal sealed class SyncSession : IDisposable
{
    private SyncSession(ISyncClient client, SyncApplyOptions options)
    {
        Options = options.Copy();
        Budget = options.MaxRequests is { } most ? new(most) { Setting = nameof(SyncApplyOptions.MaxRequests) } : null;
        Client = client.InBackground(options.MaxRequestsPerSecond, Budget);
        Environment = Client.Query().Definition.Open();
        Progress = new(options.Progress, Environment.Watchers);
    }

    public ISyncClient Client { get; }

    public SyncApplyOptions Options { get; }

    /// <summary>Where the client reads, with the betas and the workspace of its queries, which a client of a caller's own may
    /// set.</summary>
    public QueryEnvironment Environment { get; }

    /// <summary>Bounds the requests of the call; null for no bound.</summary>
    public RequestBudget? Budget { get; }

    public SyncProgressReports Progress { get; }

    /// <summary>Makes a plan.</summary>
    public static async Task<SyncPlan> PlanAsync<TRow>(
        SyncSource<TRow> source,
        ISyncClient client,
        SyncOptions options,
        CancellationToken cancellationToken
    )
    {
        using SyncSession session = new(client, options);
        return await source.PlanAsync(session, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a plan and applies it.</summary>
    public static async Task<SyncReport> RunAsync<TRow>(
        SyncSource<TRow> source,
        ISyncClient client,
        SyncOptions options,
        CancellationToken cancellationToken
    )
    {
        using SyncSession session = new(client, options);
        var plan = await source.PlanAsync(session, cancellationToken).ConfigureAwait(false);
        return await session.ApplyAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Applies a plan that was made earlier.</summary>
    public static async Task<SyncReport> ApplyAsync(
        SyncPlan plan,
        ISyncClient client,
        SyncApplyOptions options,
        CancellationToken cancellationToken
    )
    {
        using SyncSession session = new(client, options);
        return await session.ApplyAsync(plan, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => Client.Dispose();

    private Task<SyncReport> ApplyAsync(SyncPlan plan, CancellationToken cancellationToken)
    {
        PlanChecks.ThrowIfRefused(plan, SyncScope.Of(Environment), Environment.Clock.GetUtcNow(), Options);
        return new SyncRun(plan, this, cancellationToken).RunAsync();
    }
}
