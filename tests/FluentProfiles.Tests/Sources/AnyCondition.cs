using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Tests.Sources;

/// <summary>Sorts by any member, skips, counts, and applies any condition; conditions on names only roughly, without regard to
/// case.</summary>
internal sealed class AnyCondition(int largestPage, bool bindsCursors) : SourceCapabilities
{
    public override string Name => "the test's source";

    public override bool IsRemote => false;

    public override int LargestPage => largestPage;

    public override bool BindsCursors => bindsCursors;

    public override bool TakesConditions => true;

    public override bool Skips => true;

    public override bool Counts => true;

    public override bool SortsBy(FieldPath path) => SortKey.IsOrdered(path);

    protected override FilterSupport SupportOfTest(FilterNode condition) =>
        condition is In { Path.Name: "name" } ? FilterSupport.Rough : FilterSupport.Exact;
}
