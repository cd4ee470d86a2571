using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Reads profiles by id when the listing has ended: those that are stored and were not listed, and those that a page listed
/// with another content than a later reading. Only those that the service does not have are removed, and only by a full
/// pass.</summary>
/// <param name="service">The requests of the pass.</param>
/// <param name="store">The database.</param>
/// <param name="stopIfOtherKey">Stops the pass if another key finds none of the stored profiles.</param>
internal sealed class MissingProfiles(
    PassService service,
    PassStore store,
    Func<CancellationToken, Task> stopIfOtherKey
)
{
    private const int AtOnce = 40;

    /// <param name="pass">The pass, which has listed all.</param>
    /// <param name="note">Called after each write with how far the pass has come.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task ReadAsync(PassState pass, Action<PassState> note, CancellationToken cancellationToken)
    {
        var before = pass.Counts.Requests - service.Sent;
        while (await store.MissingAsync(pass, AtOnce, cancellationToken).ConfigureAwait(false) is { Count: > 0 } rows)
        {
            service.Seen.Note(rows.Max(row => row.StoredAt));
            var moment = service.Seen.Latest;
            var read = await service
                .ReadAsync([.. rows.Select(row => row.Id)], cancellationToken)
                .ConfigureAwait(false);
            // The key may have changed since the pass was started, and finds no profile then.
            if (read.Contains(null))
                await stopIfOtherKey(cancellationToken).ConfigureAwait(false);
            var pairs = rows.Zip(read).ToList();
            ProfileRow[] changed = [.. pairs.Where(IsChanged).Select(pair => pair.Second!)];
            StoredRow[] gone = [.. pairs.Where(IsGone).Select(pair => pair.First)];
            pass = pass with
            {
                Counts = pass.Counts with
                {
                    Requests = before + service.Sent,
                    Changed = pass.Counts.Changed + changed.Length,
                    Removed = pass.Counts.Removed + gone.Length,
                },
            };
            await store.ResolveAsync(pass, rows, changed, gone, moment, cancellationToken).ConfigureAwait(false);
            note(pass);

            bool IsGone((StoredRow First, ProfileRow? Second) pair) =>
                pass.Kind == MirrorPassKind.Full && pair.Second is null;
        }
    }

    private static bool IsChanged((StoredRow First, ProfileRow? Second) pair) =>
        pair.Second is { } read && !read.IsIdenticalTo(pair.First);
}
