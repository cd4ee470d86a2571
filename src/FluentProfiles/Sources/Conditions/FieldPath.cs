using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources.Conditions;

/// <summary>A member of a profile or of one of its parts.</summary>
/// <param name="Fields">The fields from the profile to the member.</param>
internal sealed record FieldPath(IReadOnlyList<ProfileField> Fields)
{
    public ProfileField Last => Fields[^1];

    /// <summary>The JSON names, with dots.</summary>
    public string Name => string.Join('.', Fields.Select(member => member.Name));

    public bool Equals(FieldPath? other) => other?.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
