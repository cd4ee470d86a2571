using System.Linq.Expressions;
using FluentProfiles.Evaluation.Kinds;
using FluentProfiles.Evaluation.Nodes;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Evaluation.Translators;

/// <summary><c>Contains</c> over a captured collection.</summary>
internal static class ContainsTranslator
{
    public static Node? Translate(Expression expression, NodeBuilder builder) =>
        expression is MethodCallExpression call
        && ContainsCall.Read(call) is { } contains
        && ValueKinds.Of(contains.Item.Type) is { } kind
        && builder.Build(contains.Item) is { } item
            ? kind.Membership(contains, item)
            : null;
}
