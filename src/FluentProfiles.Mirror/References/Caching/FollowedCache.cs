using FluentProfiles.Mirror.Contexts;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.References.Caching;

/// <summary>The cache of references, which follows the feed of changes: those of this process at once, those of other processes within
/// <see cref="ReferenceTimes.Trust"/>. While the database fails or does not answer, what is cached is good enough.
/// Thread-safe.</summary>
/// <param name="cache">The cache.</param>
/// <param name="store">The database, which knows what this process has written.</param>
/// <param name="times">The times.</param>
/// <param name="clock">The time.</param>
internal sealed class FollowedCache(ReferenceCache cache, MirrorStore store, ReferenceTimes times, TimeProvider clock)
{
    private readonly Lock gate = new();
    private FeedRead? latest;
    private Followed? followed;
    private int failures;

    private bool IsTrusted =>
        Volatile.Read(ref followed) is { } last
        && clock.GetElapsedTime(last.At) < last.Trust
        && last.Changes == store.ChangesWritten;

    /// <summary>The cached reference; null where it is not cached.</summary>
    /// <exception cref="MirrorNotReadyException">The mirror was reset.</exception>
    public async ValueTask<ProfileReference?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        // A read that was under way may not have what this process has written since.
        for (var reads = 0; reads < 2 && !IsTrusted; reads++)
            await FollowAsync(cancellationToken).ConfigureAwait(false);
        return cache.Find(reference);
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var (read, begunAt, _) = CurrentRead();
        var left = times.LongestFollow - clock.GetElapsedTime(begunAt);
        if (read.IsCompleted || Volatile.Read(ref followed) is null)
            await read.WaitAsync(cancellationToken).ConfigureAwait(false);
        else if (left > TimeSpan.Zero)
        {
            try
            {
                await read.WaitAsync(left, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // The read goes on. Calls that come meanwhile do not wait for it.
            }
        }
    }

    // Calls that come at the same time share a read.
    private FeedRead CurrentRead()
    {
        lock (gate)
        {
            if (latest is not { Task.IsCompleted: false } running || IsOvertaken(running))
                latest = Begin();
            return latest;
        }
    }

    // Where the process has written since, the database answers, and only this connection does not.
    private bool IsOvertaken(FeedRead running) =>
        clock.GetElapsedTime(running.At) >= times.LongestFollow && running.Changes != store.ChangesWritten;

    private FeedRead Begin()
    {
        var (at, changes) = (clock.GetTimestamp(), store.ChangesWritten);
        var read = Task.Run(() => ReadAsync(new(at, changes, times.Trust))).Observed();
        return new(read, at, changes);
    }

    private async Task ReadAsync(Followed start)
    {
        try
        {
            var after = cache.Position;
            var changes = await store
                .ReadInSessionAsync(
                    (session, scope, token) => new ChangedReferences(session, scope).ReadAsync(after, token),
                    store.Contexts,
                    CancellationToken.None
                )
                .ConfigureAwait(false);
            if (changes.Position != after)
                cache.Follow(changes);
            Volatile.Write(ref failures, 0);
        }
        catch (MirrorNotReadyException)
        {
            cache.Clear();
            throw;
        }
        catch (Exception) when (Volatile.Read(ref followed) is not null)
        {
            var wait = OutageWait.After(Interlocked.Increment(ref failures));
            start = new(clock.GetTimestamp(), start.Changes, wait);
        }
        Volatile.Write(ref followed, start);
    }

    /// <summary>A read of the feed.</summary>
    /// <param name="Task">Ends with it.</param>
    /// <param name="At">When it was begun.</param>
    /// <param name="Changes">How many changes this process had written then.</param>
    private sealed record FeedRead(Task Task, long At, long Changes);

    /// <summary>Up to when the feed was followed, or the end of an attempt that has failed.</summary>
    /// <param name="At">The time.</param>
    /// <param name="Changes">How many changes this process had written.</param>
    /// <param name="Trust">How long it is good enough.</param>
    private sealed record Followed(long At, long Changes, TimeSpan Trust);
}
