using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources.Conditions;

/// <summary>A member has no value. The default of an extensible enum is none.</summary>
internal sealed record IsNull(FieldPath Path) : FilterNode
{
    public override string Text => $"{Path.Name} is null";
}
