using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Model.Columns;

/// <summary>The columns that the model's attributes ask for: each text, enum, time, number and flag that lists report in the
/// current revision.</summary>
internal static class ProfileColumns
{
    /// <summary>In the order of the model.</summary>
    public static IReadOnlyList<ProfileColumn> All { get; } = [.. Of(typeof(UserProfile), [])];

    /// <summary>The column of a member; null if it has none.</summary>
    /// <param name="path">The fields from the profile to the member.</param>
    public static ProfileColumn? Find(IReadOnlyList<ProfileField> path) =>
        All.FirstOrDefault(column => column.Fields.SequenceEqual(path));

    private static IEnumerable<ProfileColumn> Of(Type type, IReadOnlyList<ProfileField> path) =>
        ProfileSchema.Of(type).Where(IsListed).SelectMany(field => Of(field, [.. path, field]));

    private static IEnumerable<ProfileColumn> Of(ProfileField field, IReadOnlyList<ProfileField> path) =>
        ColumnTypes.Of(field.Property.PropertyType, path.Count == 1) is not null ? [new(path)]
        : ProfileSchema.IsPart(field.Property.PropertyType) ? Of(field.Property.PropertyType, path)
        : [];

    // Every profile has the same type.
    private static bool IsListed(ProfileField field) =>
        field.Facts is { OnlyByGet: false } facts
        && facts.IsServedBy(ApiRevision.Current)
        && field.Property.Name != nameof(UserProfile.Type);
}
