using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Changes;

/// <summary>Deletes changes that are no longer kept, some at a time, so that other writers do not wait for long.</summary>
/// <param name="store">The database.</param>
/// <param name="clock">The time.</param>
/// <param name="keep">How long changes are kept.</param>
internal sealed class FeedPruning(MirrorStore store, TimeProvider clock, TimeSpan keep)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (keep >= now - DateTimeOffset.UnixEpoch)
            return;
        while (await FindAsync(now - keep, cancellationToken).ConfigureAwait(false) is var last and > 0)
        {
            await store
                .WriteAsync(
                    (writer, token) =>
                    {
                        writer.SaveScope();
                        return writer.Feed.DropAsync(last, token);
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    private Task<long> FindAsync(DateTimeOffset time, CancellationToken cancellationToken) =>
        store.ReadInSessionAsync(
            (session, scope, token) => ChangeReader.LastBeforeAsync(session, scope, time, token),
            store.Contexts,
            cancellationToken
        );
}
