using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Expressions.Forms;

/// <summary>A call of <see cref="MemoryExtensions"/> over spans of arrays or texts, which C# 14 prefers to LINQ's. Interpreted
/// code can't hold a span, so the call is made over the arrays, by one of <see cref="SpanEquivalents"/>.</summary>
/// <param name="Equivalent">The method that does the same without spans.</param>
/// <param name="Items">The array or text that it is called on.</param>
/// <param name="Arguments">What is looked for: one or more values, or an array or text of them.</param>
/// <param name="Comparer">What compares the items, or null.</param>
internal sealed record SpanCall(MethodInfo Equivalent, Expression Items, Expression[] Arguments, Expression? Comparer)
{
    private static readonly ConstantExpression NoComparer = Expression.Constant(
        null,
        typeof(Func<object?, object?, bool>)
    );

    /// <summary>True when what is looked for is an array or text.</summary>
    public bool SeeksSequence { get; private init; }

    /// <summary>The parts of the call, or null where it is no such call or has no equivalent.</summary>
    public static SpanCall? Read(MethodCallExpression call)
    {
        if (
            call.Method.DeclaringType != typeof(MemoryExtensions)
            || !SpanEquivalents.ByName.TryGetValue(call.Method.Name, out var equivalent)
        )
            return null;
        var last = call.Method.GetParameters()[^1].ParameterType;
        var comparer = IsComparer(last) ? Expression.Convert(call.Arguments[^1], last) : null;
        var count = call.Arguments.Count - (comparer is null ? 0 : 1);
        var parts = call.Arguments.Take(count).Select(WithoutSpan).ToArray();
        if (parts.Length < 2 || Array.Exists(parts, IsUnknown))
            return null;
        return new(equivalent, parts[0], parts[1..], comparer) { SeeksSequence = call.Arguments[1].Type.IsByRefLike };
    }

    /// <summary>The call of the equivalent.</summary>
    /// <param name="items">What it is called on, rewritten.</param>
    /// <param name="argument">Rewrites an argument.</param>
    public MethodCallExpression With(Expression items, Func<Expression, Expression> argument) =>
        Expression.Call(
            Equivalent,
            items,
            SeeksSequence ? argument(Arguments[0]) : ObjectsOf(Array.ConvertAll(Arguments, value => argument(value))),
            Comparer is null or UnaryExpression { Operand: ConstantExpression { Value: null } }
                ? NoComparer
                : EqualityBy(argument(Comparer))
        );

    // A span that is no array's or text's, or an argument that gives the call another meaning.
    private static bool IsUnknown(Expression part) =>
        part.Type.IsByRefLike
        || part.Type == typeof(StringComparison)
        || (part.Type.IsGenericType && part.Type.GetGenericTypeDefinition() == typeof(System.Buffers.SearchValues<>));

    private static bool IsComparer(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEqualityComparer<>);

    /// <summary>The array or text that a span is of; any other expression as it is.</summary>
    public static Expression WithoutSpan(Expression node) =>
        !node.Type.IsByRefLike
            ? node
            : node switch
            {
                MethodCallExpression { Method.Name: "op_Implicit" or "AsSpan", Arguments: [var array] } => WithoutSpan(
                    array
                ),
                UnaryExpression { NodeType: ExpressionType.Convert, Operand: var array } => WithoutSpan(array),
                _ => node,
            };

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Arrays of objects are always there.")]
    private static NewArrayExpression ObjectsOf(Expression[] values) =>
        Expression.NewArrayInit(typeof(object), values.Select(value => Expression.Convert(value, typeof(object))));

    // A null comparer is the default one.
    [DynamicDependency(nameof(IEqualityComparer<>.Equals), typeof(IEqualityComparer<>))]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "The method is kept by the line above.")]
    private static ConditionalExpression EqualityBy(Expression comparer)
    {
        var (left, right) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)));
        var type = comparer.Type.GetGenericArguments()[0];
        var equals = Expression.Call(
            comparer,
            comparer.Type.GetMethod(nameof(IEqualityComparer<>.Equals))!,
            Expression.Convert(left, type),
            Expression.Convert(right, type)
        );
        return Expression.Condition(
            Expression.ReferenceEqual(comparer, Expression.Constant(null)),
            NoComparer,
            Expression.Lambda<Func<object?, object?, bool>>(equals, left, right)
        );
    }
}
