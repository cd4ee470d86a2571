using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Querying;

/// <summary>Finds the members and the keys of metadata that a run needs: those that it reads or names itself, and those by which the
/// database filters and sorts. A run that returns whole profiles needs those that it names.</summary>
internal static class RequestMembers
{
    public static NamedMembers Of(ListRequest request)
    {
        var named = request.Named();
        FilterNode[] tests = [.. request.Conditions.Exact.Concat(request.Conditions.Rough).SelectMany(TestsOf)];
        var fields = tests
            .Select(test => PathOf(test)?.Mask ?? FieldMask.None)
            .Append(request.Fields == FieldMask.All ? FieldMask.None : request.Fields)
            .Append(request.Order.SortedBy.Mask)
            .Aggregate(named.Fields, (all, some) => all | some);
        return new(fields, [.. named.Keys, .. tests.OfType<HasPair>().Select(test => test.Key)]);
    }

    /// <summary>The member that a test is about; null for none.</summary>
    public static FieldPath? PathOf(FilterNode test) =>
        test switch
        {
            In { Path: var path } => path,
            IsNull { Path: var path } => path,
            TimeRange { Path: var path } => path,
            HasPair => ProfileSchema.FieldOf(nameof(UserProfile.Metadata)).Path,
            _ => null,
        };

    private static IEnumerable<FilterNode> TestsOf(FilterNode condition) =>
        condition switch
        {
            AllOf { Nodes: var nodes } => nodes.SelectMany(TestsOf),
            AnyOf { Nodes: var nodes } => nodes.SelectMany(TestsOf),
            Not { Node: var node } => TestsOf(node),
            _ => [condition],
        };
}
