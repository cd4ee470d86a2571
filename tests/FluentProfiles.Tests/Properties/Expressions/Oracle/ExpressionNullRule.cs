using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Tests.Properties.Expressions.Captured;
using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

/// <summary>Walks an expression as written and gives its value by the null rule, with reflection alone and with nothing of the
/// library's planner.</summary>
/// <remarks>A value is null or an object. Where null can't be, Fitted takes the type's default.</remarks>
internal sealed partial class ExpressionNullRule
{
    private readonly Dictionary<ParameterExpression, object?> items = [];

    /// <summary>What a lambda makes of an item.</summary>
    public static object? ValueOf(LambdaExpression lambda, object? item) =>
        new ExpressionNullRule().Apply(lambda, item);

    private object? Apply(LambdaExpression lambda, params object?[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
            items[lambda.Parameters[i]] = arguments[i];
        return Fitted(lambda.Body);
    }

    private object? Of(Expression node) => EnumNull.Normal(Value(node), node.Type);

    /// <summary>The value for a place that takes the expression's type.</summary>
    private object? Fitted(Expression node) => Of(node) ?? DefaultOf(node.Type);

    private object?[] Fitted(IEnumerable<Expression> nodes) => [.. nodes.Select(Fitted)];

    private object? Value(Expression node) =>
        node switch
        {
            ConstantExpression constant => constant.Value,
            ParameterExpression parameter => items[parameter],
            MemberExpression member => Member(member),
            MethodCallExpression call => Call(call),
            UnaryExpression unary => Unary(unary),
            BinaryExpression binary => Binary(binary),
            ConditionalExpression choice => Of(Of(choice.Test) is true ? choice.IfTrue : choice.IfFalse),
            TypeBinaryExpression { NodeType: ExpressionType.TypeIs } test => Of(test.Expression) is { } tested
                && Universe.Bare(test.TypeOperand).IsInstanceOfType(tested),
            InvocationExpression invoked => Of(invoked.Expression) is Delegate code
                ? Invoked(code.Method, code.Target, Fitted(invoked.Arguments))
                : null,
            LambdaExpression lambda => Function(lambda),
            NewExpression made => Created(made),
            MemberInitExpression made => Initialised(made),
            ListInitExpression made => Listed(made),
            NewArrayExpression made => ArrayOf(made),
            DefaultExpression nothing => DefaultOf(nothing.Type),
            _ => throw new NotSupportedException($"The oracle does not know {node.NodeType}: {node}"),
        };

    private object? Member(MemberExpression node)
    {
        if (node.Expression is null)
            return node.Member.Name == nameof(DateTime.UtcNow) ? Now(node.Type) : Read(node.Member, null);
        var owner = Of(node.Expression);
        if (Universe.IsNullable(node.Expression.Type))
            return node.Member.Name == nameof(Nullable<int>.HasValue) ? owner is not null : owner;
        return owner is null ? null : Read(node.Member, owner);
    }

    private static object Now(Type type) =>
        type == typeof(DateTime) ? CaseClock.Instance.GetUtcNow().UtcDateTime : (object)CaseClock.Instance.GetUtcNow();

    private static object? Read(MemberInfo member, object? owner) =>
        member is FieldInfo field ? field.GetValue(owner) : Invoked(((PropertyInfo)member).GetMethod!, owner, []);

    private static object? Invoked(MethodInfo method, object? owner, object?[] arguments) =>
        method.Invoke(owner, BindingFlags.DoNotWrapExceptions, null, [.. arguments.Select(OneShotItems)], null);

    /// <summary>The rule does not read a sequence up. One whose reading fails gives none of its items.</summary>
    private static object? OneShotItems(object? value) =>
        value is IResettableSequence once ? (once.Fails ? throw new CallersException() : once.Items) : value;

    private static object? DefaultOf(Type type) =>
        type.IsValueType && !Universe.IsNullable(type) ? Activator.CreateInstance(type) : null;
}
