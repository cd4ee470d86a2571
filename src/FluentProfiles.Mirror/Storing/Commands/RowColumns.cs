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
            .. ProfileColumns.All.Select(column => profiles[column.Name]),
        ];

    /// <summary>Sets the parameters of these columns.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="first">The first parameter.</param>
    /// <param name="scope">The number of the scope.</param>
    /// <param name="row">The profile.</param>
    public static void Set(Statement statement, int first, int scope, ProfileRow row)
    {
        statement.Set(first, scope);
        statement.Set(first + 1, NameKey.Of(row.Profile.Name));
        statement.Set(first + 2, row.Json);
        statement.Set(first + 3, row.Hash);
        statement.Set(first + 4, row.RequestedAt);
        for (var i = 0; i < ProfileColumns.All.Count; i++)
            statement.Set(first + 5 + i, ProfileColumns.All[i].ValueOf(row.Profile));
    }
}
