using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>The columns of a profile but for its key, in one order for all commands.</summary>
internal static class RowColumns
{
    public static IReadOnlyList<MirrorColumn> Of(MirrorTable profiles) =>
        [
            profiles[nameof(MirroredProfile.Scope)],
            profiles[nameof(MirroredProfile.NameKey)],
            profiles[nameof(MirroredProfile.Json)],
            profiles[nameof(MirroredProfile.Hash)],
            profiles[nameof(MirroredProfile.RequestedAt)],
            profiles[nameof(MirroredProfile.StoredAt)],
            .. ProfileColumns.All.Select(column => profiles[column.Name]),
        ];

    /// <summary>The values of these columns.</summary>
    public static IEnumerable<object?> ValuesOf(ProfileRow row, DateTimeOffset storedAt, int scope) =>
        [
            scope,
            NameKey.Of(row.Profile.Name),
            row.Json,
            row.Hash,
            row.RequestedAt,
            storedAt,
            .. ProfileColumns.All.Select(column => column.ValueOf(row.Profile)),
        ];
}
