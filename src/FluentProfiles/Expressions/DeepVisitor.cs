using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;

namespace FluentProfiles.Expressions;

/// <summary>A visitor of expressions of any depth.</summary>
internal abstract class DeepVisitor : ExpressionVisitor
{
    [return: NotNullIfNotNull(nameof(node))]
    public override Expression? Visit(Expression? node) =>
        node is null || DeepStack.HasRoom ? base.Visit(node) : Continued(node);

    // A method of its own, so that no closure is made where there is room.
    private Expression Continued(Expression node) => DeepStack.Continue(() => base.Visit(node));
}
