using FluentProfiles.Mirror.Passes;
using FluentProfiles.Mirror.Storing;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Readings;

/// <summary>Reads single profiles by id in the background, and stores what the service answers. Thread-safe.</summary>
/// <param name="passes">The requests and the clock of the mirror.</param>
/// <param name="store">The database.</param>
internal sealed class ProfileReadings(MirrorPasses passes, MirrorStore store)
{
    // Ten requests for each profile that is deleted would be many.
    private static readonly TimeSpan Trust = TimeSpan.FromMinutes(1);

    private volatile object? foundKnownAt;

    /// <summary>Reads profiles, one request each, and stores all of them in one transaction. A profile is removed only if the service
    /// answers 404 for it and has others that are stored, which up to ten more requests find out, at most once a
    /// minute.</summary>
    /// <param name="ids">The ids, each once.</param>
    /// <param name="also">Writes more in the same transaction, which may run twice; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the requests and the transaction.</param>
    /// <returns>What became of each id, in the order of the ids.</returns>
    /// <exception cref="MirrorException">The key finds none of the stored profiles. Nothing is written.</exception>
    /// <exception cref="ProfilesException">The service or the database failed. Nothing is written.</exception>
    public async Task<IReadOnlyList<ProfileReading>> ReadAsync(
        IReadOnlyList<string> ids,
        Func<MirrorWriter, IReadOnlyList<ProfileReading>, CancellationToken, Task>? also,
        CancellationToken cancellationToken
    )
    {
        var service = passes.CreateService();
        KnownProfiles known = new(service, passes.Store);
        // The moment of the readings. Another process may have written since this one has.
        await store.ReadScopeAsync(cancellationToken).ConfigureAwait(false);
        await known.ThrowIfOtherKeyAsync(cancellationToken).ConfigureAwait(false);
        var requestedAt = service.Seen.Latest;
        var rows = await service.ReadAsync(ids, cancellationToken).ConfigureAwait(false);
        await ConfirmAsync(ids, rows, known, cancellationToken).ConfigureAwait(false);
        return await store
            .WriteAsync(
                async (writer, token) =>
                {
                    var readings = await StoreAsync(writer, ids, rows, requestedAt, token).ConfigureAwait(false);
                    if (also is not null)
                        await also(writer, readings, token).ConfigureAwait(false);
                    return readings;
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Makes sure that the key is the right one before profiles are removed.</summary>
    private async Task ConfirmAsync(
        IReadOnlyList<string> ids,
        IReadOnlyList<ProfileRow?> rows,
        KnownProfiles known,
        CancellationToken cancellationToken
    )
    {
        var now = passes.Clock.GetUtcNow();
        var stored = await store
            .ReadAsync((reader, token) => reader.ByIdAsync(ids, token), cancellationToken)
            .ConfigureAwait(false);
        var found = rows.OfType<ProfileRow>().Select(row => row.Id).ToHashSet();
        if (stored.All(row => found.Contains(row.Id)))
            return;
        // It may have changed while the profiles were read.
        await known.ThrowIfOtherKeyAsync(cancellationToken).ConfigureAwait(false);
        if (!stored.Any(row => found.Contains(row.Id)) && !IsTrusted(now))
            await known.ThrowIfUnknownAsync(cancellationToken).ConfigureAwait(false);
        foundKnownAt = now;
    }

    private bool IsTrusted(DateTimeOffset now) => foundKnownAt is DateTimeOffset at && at <= now && now - at < Trust;

    private static async Task<IReadOnlyList<ProfileReading>> StoreAsync(
        MirrorWriter writer,
        IReadOnlyList<string> ids,
        IReadOnlyList<ProfileRow?> rows,
        DateTimeOffset requestedAt,
        CancellationToken cancellationToken
    )
    {
        var found = await writer.Reader.ByIdAsync(ids, cancellationToken).ConfigureAwait(false);
        var stored = found.ToDictionary(row => row.Id);
        ProfileReading[] readings =
        [
            .. ids.Zip(rows, (id, row) => Of(id, row, stored.GetValueOrDefault(id), requestedAt)),
        ];
        await writer.PutAsync([.. rows.OfType<ProfileRow>()], cancellationToken).ConfigureAwait(false);
        StoredRow[] gone =
        [
            .. readings.Where(one => one.Effect == ReadingEffect.Removed).Select(one => stored[one.Id]),
        ];
        await writer.RemoveAsync(gone, requestedAt, cancellationToken).ConfigureAwait(false);
        return readings;
    }

    private static ProfileReading Of(string id, ProfileRow? row, StoredRow? stored, DateTimeOffset requestedAt) =>
        new(
            id,
            row,
            (row, stored) switch
            {
                (null, null) => ReadingEffect.Absent,
                (_, null) => ReadingEffect.Added,
                _ when row?.IsSameAs(stored) == true => ReadingEffect.Unchanged,
                _ when stored.StoredAt > (row?.RequestedAt ?? requestedAt) => ReadingEffect.Overtaken,
                (null, _) => ReadingEffect.Removed,
                _ => ReadingEffect.Changed,
            }
        );
}
