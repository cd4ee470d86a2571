using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources;

/// <summary>What the steps of a run name.</summary>
/// <param name="Fields">The fields, without those that are read only because a step takes whole profiles.</param>
/// <param name="Keys">The keys of metadata that are constants.</param>
internal sealed record NamedMembers(FieldMask Fields, IReadOnlyList<string> Keys)
{
    public static NamedMembers None { get; } = new(FieldMask.None, []);
}
