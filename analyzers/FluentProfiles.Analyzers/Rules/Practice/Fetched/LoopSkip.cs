using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FluentProfiles.Analyzers;

/// <summary>A loop that begins with <c>if (…) continue;</c>.</summary>
internal sealed class LoopSkip
{
    private LoopSkip(IfStatementSyntax statement, string item) => (Statement, Item) = (statement, item);

    public IfStatementSyntax Statement { get; }

    private string Item { get; }

    /// <summary>The call that leaves the same items out of the query.</summary>
    public string Call => $".Where({Item} => {Negated(Statement.Condition)})";

    /// <param name="collection">What may be looped over.</param>
    /// <param name="movable">What can be moved.</param>
    public static LoopSkip? In(IOperation collection, Movable movable) =>
        collection.Parent is IForEachLoopOperation loop
        && loop.Collection == collection
        && loop.Syntax is ForEachStatementSyntax { Identifier.Text: var item }
        && loop.Body is IBlockOperation { Operations: [IConditionalOperation { WhenFalse: null } first, _, ..] }
        && IsContinue(first.WhenTrue)
        && movable.IsConditionOf(loop, first.Condition)
        && first.Syntax is IfStatementSyntax statement
            ? new(statement, item)
            : null;

    private static bool IsContinue(IOperation statement) =>
        statement
            is IBranchOperation { BranchKind: BranchKind.Continue }
                or IBlockOperation { Operations: [IBranchOperation { BranchKind: BranchKind.Continue }] };

    private static string Negated(ExpressionSyntax condition) =>
        condition switch
        {
            ParenthesizedExpressionSyntax inner => Negated(inner.Expression),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => not.Operand.ToString(),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equal =>
                $"{equal.Left} != {equal.Right}",
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } unequal =>
                $"{unequal.Left} == {unequal.Right}",
            _ => $"!({condition})",
        };
}
