using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.Closing;

/// <summary>Rejects calls that write to what is outside of them. A captured variable is a value in a query, read once, so that
/// the rest of the condition would not see what is written.</summary>
internal sealed class WritingCalls : DeepVisitor
{
    private List<ParameterExpression>? ofBlocks;

    /// <exception cref="UnsupportedQueryException">There is such a call.</exception>
    public static void ThrowIfAny(Expression node) => new WritingCalls().Visit(node);

    public override Expression? Visit(Expression? node)
    {
        foreach (var place in node is null ? [] : ByReference.WrittenBy(node))
        {
            // The variables of a block are written as everywhere else.
            if (place is not ParameterExpression variable || ofBlocks?.Contains(variable) != true)
                throw UnsupportedExpression.WritingCall(node!, place);
        }
        return base.Visit(node);
    }

    protected override Expression VisitBlock(BlockExpression node)
    {
        (ofBlocks ??= []).AddRange(node.Variables);
        return base.VisitBlock(node);
    }
}
