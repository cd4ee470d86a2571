using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

// Calls: only what a method is called on is skipped.
internal sealed partial class ExpressionNullRule
{
    private object? Call(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(MemoryExtensions))
            return OverSpan(node);
        if (node.Method is { Name: nameof(Equals), IsStatic: true } && node.Method.DeclaringType == typeof(object))
            return Equals(EnumNull.OrNull(Fitted(node.Arguments[0])), EnumNull.OrNull(Fitted(node.Arguments[1])));
        if (node.Object is { } receiver)
            return OfInstance(node, receiver);
        if (!node.Method.IsDefined(typeof(ExtensionAttribute), inherit: false))
            return Invoked(node.Method, null, Fitted(node.Arguments));
        return Of(node.Arguments[0]) is { } first
            ? Invoked(node.Method, null, [first, .. Fitted(node.Arguments.Skip(1))])
            : null;
    }

    private object? OfInstance(MethodCallExpression node, Expression receiver)
    {
        var owner = Of(receiver);
        if (Universe.IsNullable(receiver.Type))
            return OfNullable(node, owner);
        if (owner is null)
            return null;
        if (Universe.IsExtensibleEnum(receiver.Type) && node.Method.GetParameters() is [{ ParameterType: var taken }])
        {
            if (taken == typeof(object))
                return Equals(EnumNull.OrNull(owner), EnumNull.OrNull(Fitted(node.Arguments[0])));
        }
        return Invoked(node.Method, owner, Fitted(node.Arguments));
    }

    // The methods of Nullable<T> itself.
    private object? OfNullable(MethodCallExpression node, object? owner)
    {
        var arguments = Fitted(node.Arguments);
        return node.Method.Name switch
        {
            nameof(Nullable<int>.GetValueOrDefault) => owner
                ?? (arguments is [var other] ? other : DefaultOf(node.Type)),
            nameof(Equals) when Universe.IsExtensibleEnum(Universe.Bare(node.Object!.Type)) => Equals(
                owner,
                EnumNull.OrNull(arguments[0])
            ),
            nameof(Equals) => Equals(owner, arguments[0]),
            nameof(ToString) => owner?.ToString() ?? "",
            _ => throw new NotSupportedException($"The oracle does not know {node.Method}"),
        };
    }

    /// <summary>A lambda within the expression, as a delegate that goes on with this walk.</summary>
    private Delegate Function(LambdaExpression lambda) =>
        (Delegate)
            typeof(ExpressionNullRule)
                .GetMethod(nameof(FunctionOf), BindingFlags.NonPublic | BindingFlags.Instance)!
                .MakeGenericMethod(lambda.Parameters[0].Type, lambda.ReturnType)
                .Invoke(this, [lambda])!;

    private Func<TItem, TResult> FunctionOf<TItem, TResult>(LambdaExpression lambda) =>
        item => (TResult)Apply(lambda, item)!;
}
