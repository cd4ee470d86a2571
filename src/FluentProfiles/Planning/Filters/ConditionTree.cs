using System.Collections;
using System.Linq.Expressions;
using FluentProfiles.Expressions;
using FluentProfiles.Expressions.Captured;
using FluentProfiles.Expressions.Fields;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Expressions.NullSafety;
using FluentProfiles.Model.Schema;
using FluentProfiles.Operators.Conditions;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Planning.Filters;

/// <summary>Translates a condition whose closed parts are evaluated into a tree of data, or declines with null. It follows the null
/// rule of queries: a comparison with a missing value does not hold, and its negation does.</summary>
internal static class ConditionTree
{
    public static FilterNode? Translate(Expression condition) =>
        DeepStack.HasRoom ? Translated(LogicChain.WithoutOnlyTrue(condition)) : Continued(condition);

    // A method of its own, so that no closure is made where there is room.
    private static FilterNode? Continued(Expression condition) => DeepStack.Continue(() => Translate(condition));

    private static FilterNode? Translated(Expression condition) =>
        condition switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso } both => Join(
                both,
                node => node is AllOf { Nodes: var parts } ? parts : [node],
                nodes => new AllOf(nodes)
            ),
            BinaryExpression { NodeType: ExpressionType.OrElse } either => Join(
                either,
                node => node is AnyOf { Nodes: var ways } ? ways : [node],
                nodes => new AnyOf(nodes)
            ),
            UnaryExpression { NodeType: ExpressionType.Not, Method: null } not when not.Type == typeof(bool) => Negated(
                Translate(not.Operand)
            ),
            MemberExpression { Member.Name: nameof(Nullable<int>.HasValue), Expression: { } value }
                when Missing(value) is { } missing => Negated(missing),
            MethodCallExpression { Method.Name: "ContainsKey", Object: { } map, Arguments: [var key] }
                when IsMetadata(map) && TextOf(key) is { } text => new HasPair(text, null),
            _ => OfValues(condition) ?? OfTimes(condition),
        };

    // A chain is one level, however its links are nested.
    private static FilterNode? Join(
        BinaryExpression logic,
        Func<FilterNode, IReadOnlyList<FilterNode>> linksOf,
        Func<FilterNode[], FilterNode> join
    ) =>
        logic.Method is null && Translate(logic.Left) is { } left && Translate(logic.Right) is { } right
            ? join([.. linksOf(left), .. linksOf(right)])
            : null;

    private static FilterNode? Negated(FilterNode? node) =>
        node switch
        {
            null => null,
            Not { Node: var negated } => negated,
            _ => new Not(node),
        };

    private static FilterNode? OfValues(Expression condition)
    {
        if (ValueTest.Read(condition) is not { } test)
            return null;
        var node = test switch
        {
            { Equality: { Right: ConstantExpression { Value: null }, Null: NullSense.Value } equality }
                when Missing(equality.Left) is { } missing => missing,
            { Equality: { } equality } => One(equality) ?? One(equality.Swapped()),
            { Membership: { IsKey: false } contains } => TextsOf(contains) is { } items
                ? Among(contains.Item, items)
                : null,
            _ => null,
        };
        return test.IsNegated ? Negated(node) : node;
    }

    private static FilterNode? One(ComparisonForm equality) =>
        ComparisonForm.Bare(equality.Right) is ConstantExpression { Value: var known }
        && (known is null or string || ExtensibleEnums.Find(known.GetType()) is not null)
            ? Among(equality.Left, EqualTo(known?.ToString(), equality.Null))
            : null;

    private static string?[] EqualTo(string? known, NullSense ofNull) =>
        (known, ofNull) switch
        {
            (null, NullSense.Skipped) => [],
            (null or "", NullSense.Empty) => [null, ""],
            _ => [known],
        };

    private static FilterNode? Among(Expression member, IReadOnlyCollection<string?> values)
    {
        var isEnum = ExtensibleEnums.Find(member.Type) is not null;
        var allowsMissing = values.Any(value => value is null || (isEnum && value.Length == 0));
        string[] texts = [.. values.OfType<string>().Where(value => !isEnum || value.Length > 0).Distinct()];
        if (KeyOf(member) is { } key)
            return OrMissing(new HasPair(key, texts), () => new Not(new HasPair(key, null)), allowsMissing);
        return PathOf(member) is { } path && (isEnum || path.Last.Property.PropertyType == typeof(string))
            ? OrMissing(new In(path, texts), () => new IsNull(path), allowsMissing)
            : null;
    }

    /// <summary>The captured items as texts; null for items of another type, or that belong to the caller.</summary>
    private static string?[]? TextsOf(ContainsCall contains) =>
        CapturedCollection.IsCopy(contains.Items)
        && (contains.Item.Type == typeof(string) || ExtensibleEnums.Find(contains.Item.Type) is not null)
            ? [.. ((IEnumerable)contains.Items).Cast<object?>().Select(item => item?.ToString())]
            : null;

    private static FilterNode OrMissing(FilterNode node, Func<FilterNode> missing, bool allowsMissing) =>
        allowsMissing ? new AnyOf([node, missing()]) : node;

    /// <summary>Returns the test for a missing time or number; null for other members.</summary>
    private static IsNull? Missing(Expression member) =>
        Nullable.GetUnderlyingType(member.Type) is not null && PathOf(member) is { } path ? new(path) : null;

    private static TimeRange? OfTimes(Expression condition)
    {
        if (
            TimeTranslator.Translate(condition, negated: false) is
            { IsExact: true, Times: { IsEmpty: false, Bounded: [var (time, interval)] } }
        )
            return RangeOf(time.Path, interval);
        if (ComparisonForm.Read(condition) is not { } comparison)
            return null;
        return OfTime(comparison) ?? OfTime(comparison.Swapped());
    }

    /// <summary>Returns the range of a time that is compared as it is.</summary>
    private static TimeRange? OfTime(ComparisonForm comparison) =>
        ComparisonForm.Bare(comparison.Right) is ConstantExpression { Value: DateTimeOffset bound }
        && PathOf(comparison.Left) is { } path
        && Lifting.Bare(path.Last.Property.PropertyType) == typeof(DateTimeOffset)
        && new TimeMeasure(path.Ordering, Int128.Zero).IntervalOf(comparison.Operator, bound) is { } range
            ? RangeOf(path, range)
            : null;

    private static TimeRange? RangeOf(FieldPath path, TimeInterval range) =>
        range.IsEmpty ? null : new(path, range.HasFrom ? range.From : null, range.HasTo ? range.To : null);

    private static string? KeyOf(Expression node) =>
        node is MethodCallExpression { Method.Name: "get_Item", Object: { } map, Arguments: [var key] }
        && IsMetadata(map)
            ? TextOf(key)
            : null;

    private static string? TextOf(Expression node) => node is ConstantExpression { Value: string text } ? text : null;

    private static bool IsMetadata(Expression node) =>
        PathOf(node) is { Fields: [var field] } && field.Property.Name == nameof(UserProfile.Metadata);

    private static FieldPath? PathOf(Expression node) => MemberPath.Of(node, ComparisonForm.Bare);
}
