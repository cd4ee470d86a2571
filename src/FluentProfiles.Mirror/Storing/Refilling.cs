using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Fills rows again from the stored JSON: with columns that an earlier version of the package did not know, or without
/// members that are no longer stored. All rows: the hash of a row does not tell whether a new column has its value.</summary>
internal static class Refilling
{
    private const int RowsAtOnce = 500;

    /// <returns>The key of the last row; null when there are no more.</returns>
    public static async Task<long?> RunAsync(
        MirrorSession session,
        ProfileWriting profiles,
        int scope,
        long after,
        ProfileRowReader reader,
        CancellationToken cancellationToken
    )
    {
        var rows = await ReadAsync(session, scope, after, cancellationToken).ConfigureAwait(false);
        KeyedRow[] filled =
        [
            .. rows.Select(row => new KeyedRow(row.Key, reader.Read(row.Json, row.RequestedAt), row.StoredAt)),
        ];
        await profiles.UpdateAsync(filled, cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[^1].Key;
    }

    private static async Task<
        List<(long Key, byte[] Json, DateTimeOffset RequestedAt, DateTimeOffset StoredAt)>
    > ReadAsync(MirrorSession session, int scope, long after, CancellationToken cancellationToken)
    {
        var table = session.Tables.Profiles;
        var (key, json, requestedAt, storedAt, scopes) = (
            table.Keys[0],
            table[nameof(MirroredProfile.Json)],
            table[nameof(MirroredProfile.RequestedAt)],
            table[nameof(MirroredProfile.StoredAt)],
            table[nameof(MirroredProfile.Scope)]
        );
        var rest = string.Create(
            null,
            $"{SqlText.Where(scopes)} AND {key.Name} > {SqlText.Parameter(1)} ORDER BY {key.Name} LIMIT {RowsAtOnce}"
        );
        var select = await session
            .StatementAsync(
                SqlText.Select(table, [key, json, requestedAt, storedAt], rest),
                [scopes, key],
                cancellationToken
            )
            .ConfigureAwait(false);
        select.SetAll(scope, after);
        return await select
            .ReadAsync(
                found =>
                    (
                        found.GetInt64(0),
                        (byte[])found.GetValue(1),
                        (DateTimeOffset)requestedAt.FromDatabase(found.GetValue(2))!,
                        (DateTimeOffset)storedAt.FromDatabase(found.GetValue(3))!
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
    }
}
