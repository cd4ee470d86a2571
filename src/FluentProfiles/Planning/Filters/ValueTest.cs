using System.Linq.Expressions;
using FluentProfiles.Expressions.Captured;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Planning.Filters;

/// <summary>A test for one value or for several, however it is written: by equality, by <c>Contains</c>, or by the position
/// that <c>IndexOf</c> returns.</summary>
/// <param name="Equality">The equality, or null.</param>
/// <param name="Membership">The membership, or null.</param>
/// <param name="IsNegated">True when the test holds for all other values.</param>
internal readonly record struct ValueTest(ComparisonForm? Equality, ContainsCall? Membership, bool IsNegated)
{
    private const int NotFound = -1;

    public static ValueTest? Read(Expression condition)
    {
        if (condition is MethodCallExpression call)
        {
            if (ContainsCall.Read(call) is { } contains)
                return new(null, contains, IsNegated: false);
            if (OfOne(call) is { } only)
                return new(only, null, IsNegated: false);
        }
        if (Position(condition) is { } position)
            return position;
        return ComparisonForm.Read(condition) switch
        {
            { Operator: ExpressionType.Equal } equality => new(equality, null, IsNegated: false),
            { Operator: ExpressionType.NotEqual } equality => new(equality, null, IsNegated: true),
            _ => null,
        };
    }

    /// <summary><c>new[] { item }.Contains(value)</c> as an equality.</summary>
    private static ComparisonForm? OfOne(MethodCallExpression call) =>
        call
            is {
                Method: { Name: nameof(Enumerable.Contains), DeclaringType: var type },
                Arguments: [var array, var value]
            }
        && (type == typeof(Enumerable) || type == typeof(MemoryExtensions))
        && SpanCall.WithoutSpan(array) is NewArrayExpression { NodeType: ExpressionType.NewArrayInit } items
        && items.Expressions is [var item]
            ? new(ExpressionType.Equal, item, value)
            : null;

    /// <summary>A position compared with a number: the items at some positions, or all values but some items.</summary>
    private static ValueTest? Position(Expression condition)
    {
        if (
            ComparisonForm.WithNumber(condition) is not (MethodCallExpression call, var comparison, var bound)
            || Searched(call) is not { Items: Array items } contains
        )
            return null;
        var isNegated = ComparisonForm.Holds(NotFound, comparison, bound);
        var some = SequenceReader
            .Of(contains.Item.Type)!
            .At(items, position => ComparisonForm.Holds(position, comparison, bound) != isNegated);
        return new(null, contains with { Items = some }, isNegated);
    }

    private static ContainsCall? Searched(MethodCallExpression call)
    {
        if (call.Method.Name != nameof(Array.IndexOf))
            return null;
        var (source, item) = (call.Object, call.Arguments) switch
        {
            ({ } list, [var sought]) => (list, sought),
            (null, [var array, var sought]) when IsOfFramework(call.Method.DeclaringType!) => (
                SpanCall.WithoutSpan(array),
                sought
            ),
            _ => default,
        };
        return
            source is ConstantExpression { Value: { } items }
            && SequenceReader.Of(item.Type)?.ContainsOf(items, item) is { } contains
            ? ContainsCall.Read(contains)
            : null;
    }

    private static bool IsOfFramework(Type type) => type == typeof(Array) || type == typeof(MemoryExtensions);
}
