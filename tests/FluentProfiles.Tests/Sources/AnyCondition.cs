using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Tests.Sources;

/// <summary>Sorts by any field, and applies any condition; conditions on names only roughly, without regard to case.</summary>
internal sealed class AnyCondition : SourceCapabilities
{
    public override bool TakesConditions => true;

    public override bool SortsBy(ProfileField field) => SortKey.IsOrdered(field);

    public override FilterSupport SupportOf(FilterNode condition) =>
        condition switch
        {
            In { Path.Name: "name" } => FilterSupport.Rough,
            // The negation of a rough condition would lose profiles.
            Not { Node: var node } => SupportOf(node) == FilterSupport.Exact ? FilterSupport.Exact : FilterSupport.None,
            AllOf { Nodes: var nodes } => nodes.Min(SupportOf),
            AnyOf { Nodes: var nodes } => nodes.Min(SupportOf),
            _ => FilterSupport.Exact,
        };
}
