using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Inbox;

/// <summary>Removes events that are older than a repetition can be, from every scope of the database: one that nobody refreshes has
/// nobody else who does it. Thread-safe.</summary>
/// <param name="store">The scope of the mirror.</param>
/// <param name="clock">The time between two rounds.</param>
internal sealed class EventPruning(MirrorStore store, TimeProvider clock)
{
    /// <summary>The most that one call removes.</summary>
    public const int MostAtOnce = 1_000;

    /// <summary>How long events are kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>The time between two calls that remove something, where one of them suffices.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private volatile object? prunedAt;

    /// <summary>Removes some, unless this process has removed all a short time ago.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (prunedAt is long last && clock.GetElapsedTime(last) < Every)
            return;
        prunedAt = clock.GetTimestamp();
        if (await store.WriteAsync(PruneAsync, cancellationToken).ConfigureAwait(false) == 0)
            prunedAt = null;
    }

    /// <returns>How many more could have been removed.</returns>
    private static async Task<int> PruneAsync(MirrorWriter writer, CancellationToken cancellationToken)
    {
        var before = writer.BegunAt - Kept;
        var scopes = await ScopesOf.AllAsync(writer.Session, cancellationToken).ConfigureAwait(false);
        var most = MostAtOnce;
        foreach (var events in scopes.Select(scope => new ReceivedEvents(writer.Session, scope.Id)))
            most -= await events.PruneAsync(before, most, cancellationToken).ConfigureAwait(false);
        return most;
    }
}
