using System.Reflection;
using FluentProfiles.Emulator.Facts;

namespace FluentProfiles.Emulator.Store;

/// <summary>A field that a list can be sorted by: the model marks it as sortable.</summary>
internal sealed record SortField(PropertyInfo Property, string JsonName)
{
    public static IReadOnlyList<SortField> All { get; } =
    [
        .. ProfileFields
            .Of(typeof(UserProfile))
            .Where(pair => pair.Field.Sortable)
            .Select(pair => new SortField(pair.Property, pair.Field.JsonName)),
    ];

    /// <summary>The field of a list that is asked for no order, and the one by which the profiles of the start are numbered.</summary>
    public static SortField Creation { get; } =
        All.Single(field => field.Property.Name == nameof(UserProfile.CreatedAt));

    /// <summary>True for an extensible enum.</summary>
    public static bool IsEnum(Type type) => type.GetNestedType(nameof(EnforcementStatus.Values)) is not null;

    public SortKey KeyOf(UserProfile profile, int sequence) => SortKey.Of(Property.GetValue(profile), sequence);
}
