using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using FluentProfiles.Expressions.Captured;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Expressions.Closing;

/// <summary>Finds the value of an expression without parameters by walking it: fields are read, properties and methods
/// invoked, nothing is compiled but arithmetic, which the compiler has mostly folded, and lambdas. Null-safe as all of a
/// query.</summary>
/// <param name="clock">Where <c>UtcNow</c>, <c>Now</c> and <c>Today</c> come from.</param>
/// <param name="closing">Evaluates the closed parts of a lambda; null for none.</param>
/// <param name="sequences">Reads sequences once; null where each call reads for itself.</param>
internal sealed class ClosedValue(
    TimeProvider clock,
    ClosedExpressions? closing = null,
    CapturedSequences? sequences = null
)
{
    /// <remarks>An exception of the caller's code arrives as it was thrown.</remarks>
    public object? Of(Expression node) => DeepStack.HasRoom ? Held(node) : Continued(node);

    // A method of its own, so that no closure is made where there is room.
    private object? Continued(Expression node) => DeepStack.Continue(() => Held(node));

    private object? Held(Expression node) =>
        node.Type.IsValueType && ValueForms.Of(node.Type) is { } kind
            ? kind.Held(Value(node), Lifting.TakesNull(node.Type))
            : Value(node);

    private object? Value(Expression node) =>
        node switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression member => Member(member),
            MethodCallExpression call => SpanCall.Read(call) is null ? Call(call) : Interpreted(call),
            UnaryExpression { NodeType: ExpressionType.Quote, Operand: var quoted } => Closed(quoted),
            UnaryExpression unary => Unary(unary),
            // Only code that is interpreted asks a type's own true and false whether the right side counts.
            BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.OrElse, Method: not null } logic =>
                Interpreted(logic),
            BinaryExpression binary => Binary(binary),
            ConditionalExpression conditional => Of(
                Of(conditional.Test) is true ? conditional.IfTrue : conditional.IfFalse
            ),
            NewExpression { Constructor: { } constructor } created => constructor.Invoke(
                BindingFlags.DoNotWrapExceptions,
                null,
                Arguments(constructor, created.Arguments),
                null
            ),
            NewExpression { Arguments.Count: 0 } created => DefaultOf(created.Type),
            NewArrayExpression { NodeType: ExpressionType.NewArrayInit } array => ArrayOf(array),
            TypeBinaryExpression { NodeType: ExpressionType.TypeIs } test => test.TypeOperand.IsInstanceOfType(
                Of(test.Expression)
            ),
            DefaultExpression nothing => DefaultOf(nothing.Type),
            InvocationExpression invoked => Invocation(invoked),
            LambdaExpression lambda => NullSafeRewriter.RewriteAny((LambdaExpression)Closed(lambda)).Compile(true),
            _ => Interpreted(node),
        };

    private Expression Closed(Expression node) => closing is null ? node : closing.Visit(node);

    // Code that is compiled knows neither the clock nor what has been read, so its parts are evaluated first.
    private object? Interpreted(Expression node) =>
        (closing is null ? node : closing.VisitParts(node)) switch
        {
            // A search of a span has become one of an array.
            MethodCallExpression call when SpanCall.Read(call) is null => Call(call),
            var known => Interpreter.ValueOf(NullSafeRewriter.RewriteOrNull(known)),
        };

    private object? Member(MemberExpression node)
    {
        if (node.Expression is null)
            return ClockMember.ValueOf(node.Member, clock) ?? Read(node.Member, null);
        var owner = Of(node.Expression);
        // Reflection sees a Nullable<T> as its value or as null.
        if (Nullable.GetUnderlyingType(node.Expression.Type) is not null)
            return node.Member.Name == nameof(Nullable<int>.HasValue) ? owner is not null : owner;
        return owner is null ? null : Read(node.Member, owner);
    }

    private static object? Read(MemberInfo member, object? owner) =>
        member is FieldInfo field ? field.GetValue(owner) : Invoke(((PropertyInfo)member).GetMethod!, owner, []);

    private object? Call(MethodCallExpression node)
    {
        if (NullSafeRewriter.ComparedAsObjects(node) is var (left, right))
            return Equals(Lifting.EmptyAsNull(Of(left)), Lifting.EmptyAsNull(Of(right)));
        var owner = node.Object is null ? null : Of(node.Object);
        if (node.Object is not null)
            return owner is not null ? Invoke(node.Method, owner, Arguments(node.Method, node.Arguments))
                : Nullable.GetUnderlyingType(node.Object.Type) is null ? null
                : OfNullable(node);
        if (node.Arguments is not [var receiver, ..])
            return Invoke(node.Method, null, []);
        // The receiver of an extension method is skipped like any other.
        var first = Of(receiver);
        return first is null && node.Method.IsDefined(typeof(ExtensionAttribute), false)
            ? null
            : Invoke(node.Method, null, Arguments(node.Method, node.Arguments, [first]));
    }

    // A method of Nullable<T> itself takes the null as it is.
    private object? OfNullable(MethodCallExpression node) =>
        Interpreter.ValueOf(
            node.Update(
                Expression.Default(node.Object!.Type),
                node.Arguments.Select(argument => Interpreter.Held(Of(argument), argument.Type))
            )
        );

    private object? Unary(UnaryExpression node)
    {
        var operand = Of(node.Operand);
        return node switch
        {
            { Method: { } method } => OperatorValue.Of(node, method, operand),
            { NodeType: ExpressionType.Not } when node.Type == typeof(bool) => operand is not true,
            { NodeType: ExpressionType.TypeAs } => node.Type.IsInstanceOfType(operand) ? operand : null,
            { NodeType: ExpressionType.Convert } when operand is null || node.Type.IsInstanceOfType(operand) => operand,
            _ => operand is null
                ? null
                : Interpreter.ValueOf(node.Update(Expression.Constant(operand, node.Operand.Type))),
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
            case ExpressionType.AndAlso when left is false:
            case ExpressionType.OrElse when left is true:
                return left;
            case ExpressionType.Coalesce:
                return left is null ? Of(node.Right) : OperatorValue.Coalesced(node, left);
            case ExpressionType.ArrayIndex when node.Right.Type == typeof(int):
                return (left as Array)?.GetValue(Of(node.Right) as int? ?? 0);
        }
        var right = Of(node.Right);
        return node.Left.Type == typeof(object)
            ? OperatorValue.Of(node, Lifting.EmptyAsNull(left), Lifting.EmptyAsNull(right))
            : OperatorValue.Of(node, left, right);
    }

    private object? Invocation(InvocationExpression node) =>
        Of(node.Expression) is { } code
            ? Interpreter.ValueOf(
                Expression.Invoke(
                    Expression.Constant(code, node.Expression.Type),
                    node.Arguments.Select(argument => Interpreter.Held(Of(argument), argument.Type))
                )
            )
            : null;

    /// <param name="method">What takes the arguments.</param>
    /// <param name="nodes">The arguments.</param>
    /// <param name="known">The values of the first of them.</param>
    private object?[] Arguments(MethodBase method, IReadOnlyList<Expression> nodes, params ReadOnlySpan<object?> known)
    {
        var values = Values(nodes, known);
        sequences?.ReadFor(method, nodes, values);
        return values;
    }

    private object?[] Values(IReadOnlyList<Expression> nodes, params ReadOnlySpan<object?> known)
    {
        var values = new object?[nodes.Count];
        known.CopyTo(values);
        for (var i = known.Length; i < values.Length; i++)
            values[i] = Of(nodes[i]);
        return values;
    }

    private Array ArrayOf(NewArrayExpression node)
    {
        var values = Values(node.Expressions);
#if NET9_0_OR_GREATER
        var array = Array.CreateInstanceFromArrayType(node.Type, values.Length);
#else
        // The expression knows its type; to make an array of a type by hand counts as dynamic code there.
        var array = (Array)
            Interpreter.ValueOf(node.Update(node.Expressions.Select(item => Expression.Default(item.Type))))!;
#endif
        for (var i = 0; i < values.Length; i++)
            array.SetValue(values[i], i);
        return array;
    }

    // A null for a parameter that takes none is the parameter's default, which is what Invoke makes of it.
    private static object? Invoke(MethodInfo method, object? owner, object?[] arguments) =>
        method.Invoke(owner, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    private static object? DefaultOf(Type type) => Interpreter.ValueOf(Expression.Default(type));
}
