using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Storing.Gaps;

/// <summary>What this process stores of profiles, and rows may lack.</summary>
/// <param name="Fields">The members.</param>
/// <param name="Keys">The metadata keys.</param>
internal sealed record MissingMembers(FieldMask Fields, IReadOnlyList<string> Keys)
{
    public bool IsEmpty => Fields.IsEmpty && Keys.Count == 0;

    /// <summary>The paths of JSON names, and the keys as an index of the metadata.</summary>
    public IReadOnlyList<string> Names =>
        IsEmpty ? [] : [.. MemberPaths.NamesOf(Fields), .. Keys.Select(key => $"metadata[{ConditionText.Of(key)}]")];
}
