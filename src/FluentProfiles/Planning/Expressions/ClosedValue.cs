using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Planning.Expressions;

/// <summary>Finds the value of an expression without parameters by walking it: fields are read, properties and methods
/// invoked, nothing is compiled but arithmetic, which the compiler has mostly folded. Null-safe as all of a query.</summary>
internal sealed class ClosedValue(TimeProvider clock)
{
    public object? Of(Expression node) =>
        node switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression member => Member(member),
            MethodCallExpression call => Call(call),
            UnaryExpression unary => Unary(unary),
            BinaryExpression binary => Binary(binary),
            ConditionalExpression conditional => Of(
                Of(conditional.Test) is true ? conditional.IfTrue : conditional.IfFalse
            ),
            NewExpression { Constructor: { } constructor } created => constructor.Invoke(Arguments(created.Arguments)),
            NewExpression { Arguments.Count: 0 } created => DefaultOf(created.Type),
            NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array => ArrayOf(array),
            TypeBinaryExpression { NodeType: ExpressionType.TypeIs } test => test.TypeOperand.IsInstanceOfType(
                Of(test.Expression)
            ),
            DefaultExpression nothing => DefaultOf(nothing.Type),
            InvocationExpression invoked => (Of(invoked.Expression) as Delegate)?.DynamicInvoke(
                Arguments(invoked.Arguments)
            ),
            _ => Interpreted(node),
        };

    private object? Member(MemberExpression node)
    {
        if (node.Expression is null)
            return Clock(node.Member) ?? Read(node.Member, null);
        var owner = Of(node.Expression);
        // Reflection sees a Nullable<T> as its value or as null.
        if (Nullable.GetUnderlyingType(node.Expression.Type) is not null)
            return node.Member.Name == nameof(Nullable<int>.HasValue) ? owner is not null : owner;
        return owner is null ? null : Read(node.Member, owner);
    }

    private object? Clock(MemberInfo member) =>
        (member.DeclaringType, member.Name) switch
        {
            (var type, "UtcNow") when type == typeof(DateTimeOffset) => clock.GetUtcNow(),
            (var type, "Now") when type == typeof(DateTimeOffset) => clock.GetLocalNow(),
            (var type, "UtcNow") when type == typeof(DateTime) => clock.GetUtcNow().UtcDateTime,
            (var type, "Now") when type == typeof(DateTime) => clock.GetLocalNow().DateTime,
            (var type, "Today") when type == typeof(DateTime) => clock.GetLocalNow().Date,
            _ => null,
        };

    private static object? Read(MemberInfo member, object? owner) =>
        member is FieldInfo field ? field.GetValue(owner) : Invoke(((PropertyInfo)member).GetMethod!, owner, []);

    private object? Call(MethodCallExpression node)
    {
        var owner = node.Object is null ? null : Of(node.Object);
        if (node.Object is not null && owner is null)
            return Nullable.GetUnderlyingType(node.Object.Type) is null ? null : Interpreted(node);
        return Invoke(node.Method, owner, Arguments(node.Arguments));
    }

    private object? Unary(UnaryExpression node)
    {
        var operand = Of(node.Operand);
        return node switch
        {
            { Method: { } method } => operand is null && method.GetParameters()[0].ParameterType.IsValueType
                ? null
                : Invoke(method, null, [operand]),
            { NodeType: ExpressionType.Not } when node.Type == typeof(bool) => operand is not true,
            { NodeType: ExpressionType.TypeAs } => node.Type.IsInstanceOfType(operand) ? operand : null,
            { NodeType: ExpressionType.Convert } when operand is null || node.Type.IsInstanceOfType(operand) => operand,
            _ => operand is null ? null : Interpreted(node.Update(Expression.Constant(operand, node.Operand.Type))),
        };
    }

    private object? Binary(BinaryExpression node)
    {
        var left = Of(node.Left);
        switch (node.NodeType)
        {
            case ExpressionType.AndAlso when node.Type == typeof(bool):
                return left is true && Of(node.Right) is true;
            case ExpressionType.OrElse when node.Type == typeof(bool):
                return left is true || Of(node.Right) is true;
            case ExpressionType.Coalesce:
                return left ?? Of(node.Right);
        }
        return Lifted(node, left, Of(node.Right));
    }

    /// <summary>A comparison or arithmetic, lifted over null as C# does.</summary>
    private static object? Lifted(BinaryExpression node, object? left, object? right)
    {
        if ((left is null && node.Left.Type.IsValueType) || (right is null && node.Right.Type.IsValueType))
            return node.NodeType switch
            {
                ExpressionType.Equal => left is null && right is null,
                ExpressionType.NotEqual => left is not null || right is not null,
                _ => node.Type == typeof(bool) ? false : null,
            };
        return node.Method is { } method
            ? Invoke(method, null, [left, right])
            : Interpreted(
                node.Update(
                    Expression.Constant(left, node.Left.Type),
                    node.Conversion,
                    Expression.Constant(right, node.Right.Type)
                )
            );
    }

    private object?[] Arguments(IReadOnlyList<Expression> nodes)
    {
        var values = new object?[nodes.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = Of(nodes[i]);
        return values;
    }

    private Array ArrayOf(NewArrayExpression node)
    {
        var values = Arguments(node.Expressions);
#if NET9_0_OR_GREATER
        var array = Array.CreateInstanceFromArrayType(node.Type, values.Length);
#else
        // The expression knows its type; to make an array of a type by hand counts as dynamic code there.
        var array = (Array)Interpreted(node.Update(node.Expressions.Select(item => Expression.Default(item.Type))))!;
#endif
        for (var i = 0; i < values.Length; i++)
            array.SetValue(values[i], i);
        return array;
    }

    // An exception of the captured code reaches the caller as it was thrown. A null for a parameter that takes none is the
    // parameter's default, which is what Invoke makes of it.
    private static object? Invoke(MethodInfo method, object? owner, object?[] arguments) =>
        method.Invoke(owner, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static object? DefaultOf(Type type) => Interpreted(Expression.Default(type));

    private static object? Interpreted(Expression node) =>
        Expression
            .Lambda<Func<object?>>(Expression.Convert(node, typeof(object)))
            .Compile(preferInterpretation: true)();
}
