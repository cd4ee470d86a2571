using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Fills rows again from the stored JSON: with columns that an earlier version of the package did not know, or without
/// members that are no longer stored.</summary>
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
        List<KeyedRow> changed = [];
        foreach (var (key, json, hash, requestedAt) in rows)
        {
            var row = reader.Read(json, requestedAt);
            if (!row.Hash.AsSpan().SequenceEqual(hash) || !row.Json.AsSpan().SequenceEqual(json))
                changed.Add(new(key, row));
        }
        await profiles.UpdateAsync(changed, cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows[^1].Key;
    }

    private static async Task<List<(long Key, byte[] Json, byte[] Hash, DateTimeOffset RequestedAt)>> ReadAsync(
        MirrorSession session,
        int scope,
        long after,
        CancellationToken cancellationToken
    )
    {
        var table = session.Tables.Profiles;
        var (key, json, hash, requestedAt, scopes) = (
            table.Keys[0],
            table[nameof(MirroredProfile.Json)],
            table[nameof(MirroredProfile.Hash)],
            table[nameof(MirroredProfile.RequestedAt)],
            table[nameof(MirroredProfile.Scope)]
        );
        var rest = string.Create(
            null,
            $"{SqlText.Where(scopes)} AND {key.Name} > {SqlText.Parameter(1)} ORDER BY {key.Name} LIMIT {RowsAtOnce}"
        );
        var select = await session
            .StatementAsync(
                SqlText.Select(table, [key, json, hash, requestedAt], rest),
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
                        (byte[])found.GetValue(2),
                        (DateTimeOffset)requestedAt.FromDatabase(found.GetValue(3))!
                    ),
                cancellationToken
            )
            .ConfigureAwait(false);
    }
}
