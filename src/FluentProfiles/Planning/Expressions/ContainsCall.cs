using System.Collections;
using System.Collections.Frozen;
using System.Linq.Expressions;

namespace FluentProfiles.Planning.Expressions;

/// <summary>A <c>Contains</c> over a captured collection, however the compiler bound it: a method of the collection, of
/// <see cref="Enumerable"/>, or of <see cref="MemoryExtensions"/> over a span of the array.</summary>
/// <param name="Items">The collection.</param>
/// <param name="Item">What is looked for.</param>
internal sealed record ContainsCall(object Items, Expression Item)
{
    /// <summary>The parts of the call, or null where it is no such call or has a comparer of its own.</summary>
    public static ContainsCall? Read(MethodCallExpression call)
    {
        if (call.Method.Name != nameof(Enumerable.Contains))
            return null;
        var (items, item) = call switch
        {
            { Object: { } owner, Arguments: [var only] } => (owner, only),
            { Object: null, Arguments: [var first, var second] } => (first, second),
            { Object: null, Arguments: [var first, var second, ConstantExpression { Value: null }] } => (first, second),
            _ => (null, null),
        };
        return items is not null && WithoutSpan(items) is ConstantExpression { Value: IEnumerable and not string } known
            ? new(known.Value, item!)
            : null;
    }

    /// <summary>The items, or null where they are of another type, or the collection compares in a way of its own.</summary>
    public IEnumerable<T>? ItemsOf<T>() =>
        Items switch
        {
            HashSet<T> set => IsPlain(set.Comparer) ? set : null,
            FrozenSet<T> set => IsPlain(set.Comparer) ? set : null,
            IList<T> list => list,
            // Other sets, and the keys of a dictionary.
            ICollection<T> or IReadOnlySet<T> => null,
            IEnumerable<T> items => items,
            _ => null,
        };

    private static bool IsPlain<T>(IEqualityComparer<T> comparer) =>
        comparer.Equals(EqualityComparer<T>.Default) || comparer.Equals(StringComparer.Ordinal);

    private static Expression WithoutSpan(Expression node) =>
        node switch
        {
            MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var array] } => array,
            UnaryExpression { NodeType: ExpressionType.Convert, Operand: var array } when node.Type.IsByRefLike =>
                array,
            _ => node,
        };
}
