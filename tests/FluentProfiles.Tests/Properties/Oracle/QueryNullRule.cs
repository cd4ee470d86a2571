using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>The null rule, interpreted once more, and with nothing of the library's: every <c>.</c> and <c>[]</c> reads as
/// <c>?.</c>, operators are lifted as C# lifts them, a condition holds only when it is true, a null in a place that takes
/// none is that type's default.</summary>
internal sealed partial class QueryNullRule
{
    private readonly Dictionary<ParameterExpression, object?> items = [];

    /// <summary>What a lambda makes of an item.</summary>
    public static object? ValueOf(LambdaExpression lambda, object? item) => new QueryNullRule().Apply(lambda, item);

    private object? Apply(LambdaExpression lambda, object? item)
    {
        items[lambda.Parameters[0]] = item;
        return Fitted(lambda.Body);
    }

    private object? Of(Expression node) =>
        node switch
        {
            ConstantExpression constant => constant.Value,
            ParameterExpression parameter => items[parameter],
            MemberExpression member => Member(member),
            MethodCallExpression call => Call(call),
            UnaryExpression unary => Unary(unary),
            BinaryExpression binary => Binary(binary),
            ConditionalExpression choice => Of(Holds(choice.Test) ? choice.IfTrue : choice.IfFalse),
            NewExpression { Constructor: { } constructor } made => constructor.Invoke(Fitted(made.Arguments)),
            MemberInitExpression made => Initialised(made),
            DefaultExpression nothing => DefaultOf(nothing.Type),
            _ => throw new NotSupportedException($"The oracle does not know {node.NodeType}: {node}"),
        };

    private bool Holds(Expression condition) => Of(condition) is true;

    private object? Fitted(Expression node) => Of(node) ?? DefaultOf(node.Type);

    private object?[] Fitted(IEnumerable<Expression> nodes) => [.. nodes.Select(Fitted)];

    private object? Member(MemberExpression node)
    {
        var owner = node.Expression is null ? null : Of(node.Expression);
        if (IsNullable(node.Expression?.Type))
            return node.Member.Name == nameof(Nullable<int>.HasValue) ? owner is not null : owner;
        if (node.Expression is not null && owner is null)
            return null;
        return node.Member is FieldInfo field ? field.GetValue(owner) : ((PropertyInfo)node.Member).GetValue(owner);
    }

    private object? Unary(UnaryExpression node)
    {
        var operand = Of(node.Operand);
        return node switch
        {
            { NodeType: ExpressionType.Not } when node.Type == typeof(bool) => operand is not true,
            { Method: { } method } => operand is null && TakesNoNull(method.GetParameters()[0].ParameterType)
                ? null
                : method.Invoke(null, [operand]),
            { NodeType: ExpressionType.Convert } when operand is int number && node.Type == typeof(long) =>
                (long)number,
            { NodeType: ExpressionType.Convert } => operand,
            _ => throw new NotSupportedException($"The oracle does not know {node.NodeType}: {node}"),
        };
    }

    private object? Binary(BinaryExpression node) =>
        node.NodeType switch
        {
            ExpressionType.AndAlso => Holds(node.Left) && Holds(node.Right),
            ExpressionType.OrElse => Holds(node.Left) || Holds(node.Right),
            ExpressionType.Coalesce => Of(node.Left) ?? Of(node.Right),
            ExpressionType.Equal => Equals(Of(node.Left), Of(node.Right)),
            ExpressionType.NotEqual => !Equals(Of(node.Left), Of(node.Right)),
            ExpressionType.LessThan => Order(node) < 0,
            ExpressionType.LessThanOrEqual => Order(node) <= 0,
            ExpressionType.GreaterThan => Order(node) > 0,
            ExpressionType.GreaterThanOrEqual => Order(node) >= 0,
            _ => Arithmetic(node, Of(node.Left), Of(node.Right)),
        };

    /// <summary>Null where a side is, so that no comparison of it holds.</summary>
    private int? Order(BinaryExpression node) =>
        Of(node.Left) is { } left && Of(node.Right) is { } right ? Comparer<object>.Default.Compare(left, right) : null;

    private static object? Arithmetic(BinaryExpression node, object? left, object? right) =>
        (node.NodeType, left, right) switch
        {
            (_, null, _) or (_, _, null) => null,
            _ when node.Method is { } method => method.Invoke(null, [left, right]),
            (ExpressionType.Add, int one, int other) => one + other,
            (ExpressionType.Modulo, int one, int other) => one % other,
            _ => throw new NotSupportedException($"The oracle does not know {node.NodeType}: {node}"),
        };

    private object Initialised(MemberInitExpression node)
    {
        var made = node.NewExpression.Constructor!.Invoke(Fitted(node.NewExpression.Arguments));
        foreach (var assignment in node.Bindings.Cast<MemberAssignment>())
            ((PropertyInfo)assignment.Member).SetValue(made, Fitted(assignment.Expression));
        return made;
    }

    private static bool IsNullable(Type? type) => type is not null && Nullable.GetUnderlyingType(type) is not null;

    private static bool TakesNoNull(Type type) => type.IsValueType && !IsNullable(type);

    private static object? DefaultOf(Type type) => TakesNoNull(type) ? Activator.CreateInstance(type) : null;
}
