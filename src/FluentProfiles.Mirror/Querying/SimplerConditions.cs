using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Querying;

/// <summary>Joins what can be one test: alternatives for the values of one member or of one metadata key, so that an index serves
/// them; and takes apart what must all hold.</summary>
internal static class SimplerConditions
{
    /// <summary>The conditions that must hold, none of them an <see cref="AllOf"/>.</summary>
    public static IReadOnlyList<FilterNode> Of(IEnumerable<FilterNode> conditions) =>
        [.. conditions.Select(Simpler).SelectMany(Parts)];

    private static IEnumerable<FilterNode> Parts(FilterNode condition) =>
        condition is AllOf { Nodes: var nodes } ? nodes.SelectMany(Parts) : [condition];

    private static FilterNode Simpler(FilterNode condition) =>
        condition switch
        {
            AllOf { Nodes: var nodes } => Single([.. nodes.Select(Simpler).SelectMany(Parts)], all => new AllOf(all)),
            AnyOf { Nodes: var nodes } => Single(Joined(nodes.Select(Simpler).SelectMany(Ways)), any => new AnyOf(any)),
            Not { Node: Not { Node: var node } } => Simpler(node),
            Not { Node: var node } => new Not(Simpler(node)),
            _ => condition,
        };

    private static IEnumerable<FilterNode> Ways(FilterNode condition) =>
        condition is AnyOf { Nodes: var nodes } ? nodes.SelectMany(Ways) : [condition];

    private static FilterNode Single(FilterNode[] nodes, Func<FilterNode[], FilterNode> join) =>
        nodes is [var only] ? only : join(nodes);

    /// <summary>Alternatives with one test for each member and each key.</summary>
    private static FilterNode[] Joined(IEnumerable<FilterNode> ways)
    {
        List<FilterNode> joined = [];
        foreach (var way in ways)
        {
            var place = joined.FindIndex(known => Union(known, way) is not null);
            if (place < 0)
                joined.Add(way);
            else
                joined[place] = Union(joined[place], way)!;
        }
        return [.. joined];
    }

    private static FilterNode? Union(FilterNode left, FilterNode right) =>
        (left, right) switch
        {
            (In one, In other) when one.Path == other.Path => one with { Values = Both(one.Values, other.Values) },
            (HasPair one, HasPair other) when one.Key == other.Key => one with
            {
                Values = one.Values is null || other.Values is null ? null : Both(one.Values, other.Values),
            },
            _ => null,
        };

    private static string[] Both(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        [.. left.Concat(right).Distinct(StringComparer.Ordinal)];
}
