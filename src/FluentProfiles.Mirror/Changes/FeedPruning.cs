using FluentProfiles.Mirror.Storing;

namespace FluentProfiles.Mirror.Changes;

/// <summary>Deletes changes that are no longer kept, by the clock of the database, which has dated them: some at a time, so that other
/// writers do not wait for long.</summary>
/// <param name="store">The database.</param>
/// <param name="keep">How long changes are kept.</param>
internal sealed class FeedPruning(MirrorStore store, TimeSpan keep)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await FindAsync(cancellationToken).ConfigureAwait(false) is var last and > 0)
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

    private Task<long> FindAsync(CancellationToken cancellationToken) =>
        store.ReadInSessionAsync(
            (session, scope, token) => ChangeReader.LastOlderAsync(session, scope, keep, token),
            store.Contexts,
            cancellationToken
        );
}
