using System.Linq.Expressions;
using System.Reflection;

namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

// New objects: null in a place that takes none is the default.
internal sealed partial class ExpressionNullRule
{
    private object Created(NewExpression node) =>
        node.Constructor is { } constructor
            ? constructor.Invoke(
                BindingFlags.DoNotWrapExceptions,
                null,
                [.. Fitted(node.Arguments).Select(OneShotItems)],
                null
            )
            : DefaultOf(node.Type)!;

    private object Initialised(MemberInitExpression node)
    {
        var made = Created(node.NewExpression);
        foreach (var assignment in node.Bindings.Cast<MemberAssignment>())
            ((PropertyInfo)assignment.Member).SetValue(made, Fitted(assignment.Expression));
        return made;
    }

    private object Listed(ListInitExpression node)
    {
        var made = Created(node.NewExpression);
        foreach (var added in node.Initializers)
            Invoked(added.AddMethod, made, Fitted(added.Arguments));
        return made;
    }

    private Array ArrayOf(NewArrayExpression node)
    {
        var made = Array.CreateInstance(node.Type.GetElementType()!, node.Expressions.Count);
        for (var i = 0; i < made.Length; i++)
            made.SetValue(Fitted(node.Expressions[i]), i);
        return made;
    }
}
