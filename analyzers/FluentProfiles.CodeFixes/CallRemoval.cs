using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>Removes a call from a chain, or a clause from a query expression.</summary>
internal static class CallRemoval
{
    /// <summary>The change that removes what stands at a place, or null where it can't be removed without loss.</summary>
    public static TextChange? At(FixTarget target, TextSpan span)
    {
        var node = target.NodeAt(span);
        if (
            node.FirstAncestorOrSelf<OrderingSyntax>() is { Parent: OrderByClauseSyntax clause } order
            && order.Span == span
        )
            return Of(clause);
        return node is InvocationExpressionSyntax call && call.Span.End == span.End ? Of(call) : null;
    }

    public static TextChange? Of(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax member || call.Parent is ExpressionStatementSyntax)
            return null;
        // What would be left is q = q.
        if (
            call.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment
            && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && SyntaxFactory.AreEquivalent(assignment.Left, member.Expression)
        )
            return Of(statement);
        return new(TextSpan.FromBounds(member.Expression.Span.End, call.Span.End), "");
    }

    /// <summary>The change that removes a statement, or null where something has to stand in its place.</summary>
    public static TextChange? Of(StatementSyntax statement) =>
        statement.Parent is BlockSyntax or SwitchSectionSyntax ? new(statement.FullSpan, "") : null;

    private static TextChange? Of(OrderByClauseSyntax clause) =>
        clause.Orderings.Count == 1
            ? new(TextSpan.FromBounds(clause.GetFirstToken().GetPreviousToken().Span.End, clause.Span.End), "")
            : null;
}
