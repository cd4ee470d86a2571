using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Forms;

/// <summary>A block that only names values, as F# writes <c>let</c> and <c>match</c>. It means its last expression with the
/// values in the place of the names.</summary>
internal sealed class LetForm : DeepVisitor
{
    private readonly ParameterExpression variable;
    private int uses;
    private bool isAssigned;

    private LetForm(ParameterExpression variable) => this.variable = variable;

    /// <summary>The expression that the block means; null for any other block, and where a value would be computed more than
    /// once.</summary>
    public static Expression? Inlined(BlockExpression block)
    {
        if (block.Expressions.Count != block.Variables.Count + 1)
            return null;
        var result = block.Result;
        for (var i = block.Variables.Count - 1; i >= 0; i--)
        {
            if (
                block.Expressions[i] is not BinaryExpression { NodeType: ExpressionType.Assign } let
                || let.Left is not ParameterExpression name
                || !block.Variables.Contains(name)
                || Inlined(name, let.Right, result) is not { } inlined
            )
                return null;
            result = inlined;
        }
        return result.Type == block.Type ? result : null;
    }

    /// <summary>An expression with a value in the place of its name.</summary>
    public static Expression? Inlined(ParameterExpression name, Expression value, Expression expression)
    {
        var uses = new LetForm(name);
        uses.Visit(expression);
        return uses.isAssigned || value.Type != name.Type || (uses.uses > 1 && !IsRead(value))
            ? null
            : new ParameterReplacer(name, value).Visit(expression);
    }

    public override Expression? Visit(Expression? node)
    {
        isAssigned |= node is not null && ByReference.WrittenBy(node).Contains(variable);
        return base.Visit(node);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        uses += node == variable ? 1 : 0;
        return node;
    }

    protected override Expression VisitBinary(BinaryExpression node)
    {
        isAssigned |= node.NodeType == ExpressionType.Assign && node.Left == variable;
        return base.VisitBinary(node);
    }

    // What lies in a lambda may be computed for each item of a list.
    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        var before = uses;
        base.VisitLambda(node);
        uses += uses - before;
        return node;
    }

    /// <summary>True for a value that costs nothing to have twice.</summary>
    private static bool IsRead(Expression value) =>
        value switch
        {
            ParameterExpression or ConstantExpression => true,
            MemberExpression member => member.Expression is null || IsRead(member.Expression),
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null } conversion => IsRead(conversion.Operand),
            _ => FSharpForm.FunctionOf(value) is not null,
        };
}
