using FluentProfiles.Http.Calls;
using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.WritingThrough;

/// <summary>Stores writes of the application. The service may have carried a write out at any moment between its begin and its answer.
/// A row that was stored before the begin is older. Of one that was stored since nobody knows, so where it differs, the times of the
/// last change decide, and where these are equal the profile is read again.</summary>
/// <param name="store">The database.</param>
/// <param name="marked">Called when profiles were marked to be read again.</param>
internal sealed class OwnWriteStore(MirrorStore store, Action marked)
{
    /// <summary>Stores writes in one transaction.</summary>
    /// <param name="writes">The writes, each of another profile.</param>
    /// <param name="doubtful">Profiles that have to be read again.</param>
    /// <param name="cancellationToken">Cancels the transaction.</param>
    public async Task StoreAsync(
        IReadOnlyList<OwnWrite> writes,
        IReadOnlyList<string> doubtful,
        CancellationToken cancellationToken
    )
    {
        var prints = await PrintsAsync(writes, cancellationToken).ConfigureAwait(false);
        await store
            .WriteAsync(
                async (writer, token) =>
                {
                    if (!await HasBegunAsync(writer, token).ConfigureAwait(false))
                        return;
                    List<string> again = [.. doubtful];
                    List<OwnWrite> certain = [];
                    foreach (var write in writes)
                    {
                        // Whose profiles another key writes, a reading finds out.
                        if (writer.Scope.KeyPrint is { } print && print != prints[write.Settings])
                            again.Add(write.Id!);
                        else
                            certain.Add(write);
                    }
                    await PutAsync(writer, certain, again, token).ConfigureAwait(false);
                    await RemoveAsync(writer, [.. certain.Where(write => write.Deletes)], token).ConfigureAwait(false);
                    await MarkAsync(writer, [.. again.Distinct()], token).ConfigureAwait(false);
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async Task MarkAsync(
        MirrorWriter writer,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.Count == 0)
            return;
        var now = await writer.NowAsync(cancellationToken).ConfigureAwait(false);
        await writer.Pending.MarkAsync(ids, now, cancellationToken).ConfigureAwait(false);
        marked();
    }

    // What is written before the first load begins, the load reads.
    private static async Task<bool> HasBegunAsync(MirrorWriter writer, CancellationToken cancellationToken) =>
        writer.Scope.AsOf is not null
        || await writer.Reader.PassAsync(MirrorPassKind.Full, cancellationToken).ConfigureAwait(false) is not null;

    private static async Task<Dictionary<ServiceSettings, string>> PrintsAsync(
        IReadOnlyList<OwnWrite> writes,
        CancellationToken cancellationToken
    )
    {
        Dictionary<ServiceSettings, string> prints = [];
        foreach (var settings in writes.Select(write => write.Settings).Distinct())
            prints.Add(settings, await KeyPrint.OfAsync(settings, cancellationToken).ConfigureAwait(false));
        return prints;
    }

    private static async Task PutAsync(
        MirrorWriter writer,
        IReadOnlyList<OwnWrite> writes,
        List<string> again,
        CancellationToken cancellationToken
    )
    {
        ProfileRow[] rows = [.. writes.Select(write => write.Row).OfType<ProfileRow>()];
        var found = await writer
            .Reader.ByIdAsync([.. rows.Select(row => row.Id)], cancellationToken)
            .ConfigureAwait(false);
        var stored = found.ToDictionary(row => row.Id);
        List<ProfileRow> put = [];
        List<ProfileRow> absent = [];
        foreach (var row in rows)
        {
            if (!stored.TryGetValue(row.Id, out var known))
                absent.Add(row);
            else if (row.IsIdenticalTo(known))
                await writer.TouchAsync(known.Key, cancellationToken).ConfigureAwait(false);
            else if (row.IsAfter(known))
                put.Add(row);
            else
                await AddContestedAsync(writer, row, known, put, again, cancellationToken).ConfigureAwait(false);
        }
        put.AddRange(await AliveAsync(writer, absent, again, cancellationToken).ConfigureAwait(false));
        await writer.PutAsync(put, cancellationToken, areLater: true).ConfigureAwait(false);
    }

    private static async Task AddContestedAsync(
        MirrorWriter writer,
        ProfileRow row,
        StoredRow known,
        List<ProfileRow> put,
        List<string> again,
        CancellationToken cancellationToken
    )
    {
        var storedAt = await writer.Reader.UpdatedAtAsync(known.Key, cancellationToken).ConfigureAwait(false);
        var writtenAt = Microseconds.Floor(row.Profile.UpdatedAt);
        if (writtenAt > storedAt)
            put.Add(row);
        else if (writtenAt == storedAt)
            again.Add(row.Id);
    }

    /// <summary>Those that were not removed since the write was begun. Of others nobody knows whether the write came first.</summary>
    private static async Task<IEnumerable<ProfileRow>> AliveAsync(
        MirrorWriter writer,
        List<ProfileRow> absent,
        List<string> again,
        CancellationToken cancellationToken
    )
    {
        var alive = await writer.Removals.AliveAsync(absent, cancellationToken).ConfigureAwait(false);
        again.AddRange(absent.Except(alive).Select(row => row.Id));
        return alive;
    }

    // A deleted profile does not come back, whatever was read of it meanwhile.
    private static async Task RemoveAsync(
        MirrorWriter writer,
        IReadOnlyList<OwnWrite> deletes,
        CancellationToken cancellationToken
    )
    {
        if (deletes.Count == 0)
            return;
        string[] ids = [.. deletes.Select(write => write.Id!)];
        var stored = await writer.Reader.ByIdAsync(ids, cancellationToken).ConfigureAwait(false);
        // The removal notes those that are stored.
        string[] absent = [.. ids.Except(stored.Select(row => row.Id))];
        await writer.NoteGoneAsync(absent, cancellationToken).ConfigureAwait(false);
        await writer.RemoveAsync(stored, writer.Moment, cancellationToken).ConfigureAwait(false);
    }
}
