using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.References.Caching;

/// <summary>The cache of references, which follows the feed of changes: those of this process at once, those of other processes within
/// <see cref="ReferenceTimes.Trust"/>. Thread-safe.</summary>
/// <param name="cache">The cache.</param>
/// <param name="store">The database, which knows what this process has written.</param>
/// <param name="times">The times.</param>
/// <param name="clock">The time.</param>
internal sealed class FollowedCache(
    ReferenceCache cache,
    MirrorStore store,
    ReferenceTimes times,
    TimeProvider clock
)
{
    private readonly Lock gate = new();
    private Task? following;
    private Followed? followed;

    private bool IsTrusted =>
        Volatile.Read(ref followed) is { } last
        && clock.GetElapsedTime(last.At) < times.Trust
        && last.Changes == store.ChangesWritten;

    /// <summary>The cached reference; null where it is not cached.</summary>
    /// <exception cref="MirrorNotReadyException">The mirror was reset.</exception>
    public async ValueTask<ProfileReference?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        // A read that was under way may not have what this process has written since.
        for (var reads = 0; reads < 2 && !IsTrusted; reads++)
            await FollowAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        return cache.Find(reference);
    }

    // Calls that come at the same time share a read.
    private Task FollowAsync()
    {
        lock (gate)
            return following is { IsCompleted: false } running ? running : following = Task.Run(ReadAsync);
    }

    private async Task ReadAsync()
    {
        Followed start = new(clock.GetTimestamp(), store.ChangesWritten);
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
        }
        catch (MirrorNotReadyException)
        {
            cache.Clear();
            throw;
        }
        // What is cached is good enough while the database can't be read. Other calls do not wait for it again at once.
        catch (Exception) when (Volatile.Read(ref followed) is not null)
        {
            start = start with { At = clock.GetTimestamp() };
        }
        Volatile.Write(ref followed, start);
    }

    /// <summary>The start of a read of the feed.</summary>
    /// <param name="At">The time.</param>
    /// <param name="Changes">How many changes this process had written.</param>
    private sealed record Followed(long At, long Changes);
}
