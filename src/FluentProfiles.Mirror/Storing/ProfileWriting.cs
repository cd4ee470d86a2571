using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing;

/// <summary>Writes the two rows of a profile: its own and those of its metadata.</summary>
internal sealed class ProfileWriting(MirrorSession session, int scope)
{
    private readonly MirrorTable profiles = session.Tables.Profiles;
    private readonly MirrorTable metadata = session.Tables.Metadata;

    private IReadOnlyList<MirrorColumn> PairsOfProfile => [metadata[nameof(MirroredMetadata.Profile)]];

    /// <returns>False where the profile is stored.</returns>
    public async Task<bool> InsertAsync(long key, ProfileRow row, CancellationToken cancellationToken)
    {
        MirrorColumn[] columns = [profiles.Keys[0], .. RowColumns.Of(profiles)];
        var insert = await session
            .StatementAsync(SqlText.InsertIfAbsent(profiles, columns), columns, cancellationToken)
            .ConfigureAwait(false);
        insert.Set(0, key);
        RowColumns.Set(insert, 1, scope, row);
        if (await insert.WriteAsync(cancellationToken).ConfigureAwait(false) == 0)
            return false;
        await InsertPairsAsync(key, row, cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async Task UpdateAsync(long key, ProfileRow row, CancellationToken cancellationToken)
    {
        var columns = RowColumns.Of(profiles);
        var update = await session
            .StatementAsync(SqlText.Update(profiles, columns), [.. columns, profiles.Keys[0]], cancellationToken)
            .ConfigureAwait(false);
        RowColumns.Set(update, 0, scope, row);
        update.Set(columns.Count, key);
        await update.WriteAsync(cancellationToken).ConfigureAwait(false);
        await session.DeleteAsync(metadata, PairsOfProfile, [key], cancellationToken).ConfigureAwait(false);
        await InsertPairsAsync(key, row, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>False where a later reading is stored, or no row.</returns>
    public async Task<bool> DeleteAsync(long key, DateTimeOffset requestedAt, CancellationToken cancellationToken)
    {
        var requested = profiles[nameof(MirroredProfile.RequestedAt)];
        var delete = await session
            .StatementAsync(
                $"{SqlText.Delete(profiles, profiles.Keys)} AND {requested.Name} <= {SqlText.Parameter(1)}",
                [profiles.Keys[0], requested],
                cancellationToken
            )
            .ConfigureAwait(false);
        delete.Set(key, requestedAt);
        if (await delete.WriteAsync(cancellationToken).ConfigureAwait(false) == 0)
            return false;
        await session.DeleteAsync(metadata, PairsOfProfile, [key], cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task InsertPairsAsync(long key, ProfileRow row, CancellationToken cancellationToken)
    {
        if (row.Profile.Metadata.Count == 0)
            return;
        MirrorColumn[] columns =
        [
            metadata[nameof(MirroredMetadata.Profile)],
            metadata[nameof(MirroredMetadata.Key)],
            metadata[nameof(MirroredMetadata.Value)],
            metadata[nameof(MirroredMetadata.Scope)],
            metadata[nameof(MirroredMetadata.CreatedAt)],
        ];
        var insert = await session
            .StatementAsync(SqlText.Insert(metadata, columns), columns, cancellationToken)
            .ConfigureAwait(false);
        foreach (var (name, value) in row.Profile.Metadata)
        {
            insert.Set(key, name, value, scope, row.CreatedAt);
            await insert.WriteAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
