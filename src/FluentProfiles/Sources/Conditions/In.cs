using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources.Conditions;

/// <summary>The value of a member is one of some texts. They are compared character by character.</summary>
internal sealed record In(FieldPath Path, IReadOnlyList<string> Values) : FilterNode
{
    public override string Text => $"{Path.Name} in {ConditionText.Of(Values)}";
}
