using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Evaluation.Kinds;
using FluentProfiles.Evaluation.Nodes;

namespace FluentProfiles.Evaluation.Translators;

/// <summary><c>new { … }</c> and <c>new T(…)</c>: what a selector makes.</summary>
internal static class CreationTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression switch
        {
            NewExpression { Constructor: { } constructor } created
                when !created.Type.IsValueType && Created(constructor, created.Arguments, builder) is { } node =>
                ValueKinds.AsTyped(node, created.Type),
            _ => null,
        };

    private static CreationNode? Created(
        ConstructorInfo constructor,
        IReadOnlyList<Expression> arguments,
        NodeBuilder builder
    )
    {
        var nodes = new Node<object>[arguments.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            if (Boxed(arguments[i], builder) is not { } node)
                return null;
            nodes[i] = node;
        }
        return new(constructor, nodes);
    }

    private static Node<object>? Boxed(Expression argument, NodeBuilder builder) =>
        builder.Build(argument) switch
        {
            null => null,
            Node<object> created => created,
            var node => ValueKinds.Of(argument.Type)?.Box(node),
        };
}
