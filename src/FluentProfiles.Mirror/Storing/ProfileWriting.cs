using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Writes the rows of profiles: one in their own table and one for each pair of metadata.</summary>
internal sealed class ProfileWriting(MirrorSession session, int scope)
{
    private readonly MirrorTable profiles = session.Tables.Profiles;
    private readonly MirrorTable metadata = session.Tables.Metadata;

    private MirrorColumn Key => profiles.Keys[0];

    private MirrorColumn StoredAt => profiles[nameof(MirroredProfile.StoredAt)];

    private MirrorColumn ProfileOfPair => metadata[nameof(MirroredMetadata.Profile)];

    public async Task InsertAsync(IReadOnlyList<KeyedRow> rows, CancellationToken cancellationToken)
    {
        MirrorColumn[] columns = [Key, .. RowColumns.Of(profiles)];
        object?[][] values =
        [
            .. rows.Select(keyed => (object?[])[keyed.Key, .. RowColumns.ValuesOf(keyed.Row, keyed.StoredAt, scope)]),
        ];
        await session.InsertAsync(profiles, columns, values, cancellationToken).ConfigureAwait(false);
        await InsertPairsAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    public async Task UpdateAsync(IReadOnlyList<KeyedRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        var columns = RowColumns.Of(profiles);
        var update = await session
            .StatementAsync(SqlText.Update(profiles, columns), [.. columns, Key], cancellationToken)
            .ConfigureAwait(false);
        foreach (var (key, row, storedAt) in rows)
        {
            update.SetAll([.. RowColumns.ValuesOf(row, storedAt, scope), key]);
            await update.WriteAsync(cancellationToken).ConfigureAwait(false);
            await session.DeleteAsync(metadata, [ProfileOfPair], [key], cancellationToken).ConfigureAwait(false);
        }
        await InsertPairsAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    public async Task TouchAsync(long key, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var update = await session
            .StatementAsync(SqlText.Update(profiles, [StoredAt]), [StoredAt, Key], cancellationToken)
            .ConfigureAwait(false);
        update.SetAll(moment, key);
        await update.WriteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>False where the row was written after a moment, or is not there.</returns>
    public async Task<bool> DeleteAsync(long key, DateTimeOffset knownAt, CancellationToken cancellationToken)
    {
        var sql = $"{SqlText.Delete(profiles, Key)} AND {StoredAt.Name} <= {SqlText.Parameter(1)}";
        var delete = await session.StatementAsync(sql, [Key, StoredAt], cancellationToken).ConfigureAwait(false);
        delete.SetAll(key, knownAt);
        if (await delete.WriteAsync(cancellationToken).ConfigureAwait(false) == 0)
            return false;
        await session.DeleteAsync(metadata, [ProfileOfPair], [key], cancellationToken).ConfigureAwait(false);
        return true;
    }

    private Task InsertPairsAsync(IReadOnlyList<KeyedRow> rows, CancellationToken cancellationToken)
    {
        MirrorColumn[] columns =
        [
            ProfileOfPair,
            metadata[nameof(MirroredMetadata.Key)],
            metadata[nameof(MirroredMetadata.Value)],
            metadata[nameof(MirroredMetadata.Scope)],
            metadata[nameof(MirroredMetadata.CreatedAt)],
        ];
        object?[][] values =
        [
            .. rows.SelectMany(keyed =>
                keyed.Row.Profile.Metadata.Select(pair =>
                    (object?[])[keyed.Key, pair.Key, pair.Value, scope, keyed.Row.CreatedAt]
                )
            ),
        ];
        return session.InsertAsync(metadata, columns, values, cancellationToken);
    }
}
