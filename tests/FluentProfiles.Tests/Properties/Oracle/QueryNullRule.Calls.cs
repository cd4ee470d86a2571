using System.Collections;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace FluentProfiles.Tests.Properties.Oracle;

// Calls of methods.
internal sealed partial class QueryNullRule
{
    private object? Call(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(MemoryExtensions))
            return Among(node.Arguments);
        if (node.Method.DeclaringType == typeof(Enumerable) && node.Method.Name is "Any" or "All")
            return Quantified(node);
        if (node.Object is null)
            return IsExtension(node) && Of(node.Arguments[0]) is null
                ? null
                : node.Method.Invoke(null, Fitted(node.Arguments));
        var owner = Of(node.Object);
        return owner is null ? null : node.Method.Invoke(owner, Fitted(node.Arguments));
    }

    /// <summary>C# 14 takes an array's <c>Contains</c> for that of a span, which can't be held as an object.</summary>
    private object Among(IReadOnlyList<Expression> arguments)
    {
        var items = arguments[0] switch
        {
            MethodCallExpression { Arguments: [var array] } => array,
            UnaryExpression { Operand: var array } => array,
            var other => other,
        };
        var sought = Fitted(arguments[1]);
        return Of(items) is IEnumerable known && known.Cast<object?>().Contains(sought);
    }

    private object? Quantified(MethodCallExpression node)
    {
        if (Of(node.Arguments[0]) is not IEnumerable items)
            return null;
        var condition = (LambdaExpression?)node.Arguments.ElementAtOrDefault(1);
        Func<object?, bool> holds = item => condition is null || Apply(condition, item) is true;
        return node.Method.Name == "Any" ? items.Cast<object?>().Any(holds) : items.Cast<object?>().All(holds);
    }

    private static bool IsExtension(MethodCallExpression node) =>
        node.Method.IsDefined(typeof(ExtensionAttribute), inherit: false);
}
