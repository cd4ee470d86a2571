using FluentProfiles.Analyzers.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FluentProfiles.Analyzers;

/// <summary>Rewrites a query so that it does what was done to its result.</summary>
internal static class MoveIntoQuery
{
    /// <summary>The changes, or null where a comment would be lost.</summary>
    public static Edits? EditsFor(FetchedList list, MemoryWork work)
    {
        if (
            list.Terminal.Call.Syntax
            is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } terminal
        )
            return null;
        var edits = new Edits(terminal.SyntaxTree);
        Extend(member, work, edits);
        if (work.Ending is { } ending)
            End(member, terminal.ArgumentList, ending, list, edits);
        List<TextSpan> removals = [.. work.Operators.Select(call => call.Removal)];
        if (work.Ending is not null)
            removals.Add(work.Ending.Removal);
        else if (CopyOf(work.Outermost, list.Terminal.Name) is { } copy)
            removals.Add(copy);
        if (work.Skip is not null)
            removals.Add(work.Skip.Statement.FullSpan);
        foreach (var removal in removals)
            edits.Replace(removal, "");
        if (list.Declarator is null && work.Skip is null)
            RemoveParentheses(list.Use.Syntax, removals, edits);
        return removals.Exists(removal => Trivia.HasComment(terminal.SyntaxTree.GetRoot(), removal)) ? null : edits;
    }

    private static void Extend(MemberAccessExpressionSyntax member, MemoryWork work, Edits edits)
    {
        var gap = TextSpan.FromBounds(member.Expression.Span.End, member.OperatorToken.SpanStart);
        var space = member.SyntaxTree.GetText().ToString(gap);
        var calls = work.Operators.Select(call => call.Text);
        if (work.Skip is not null)
            calls = calls.Append(work.Skip.Call);
        var text = string.Concat(calls.Select(call => (string.IsNullOrWhiteSpace(space) ? space : "") + call));
        if (text.Length > 0)
            edits.Replace(new(member.Expression.Span.End, 0), text);
    }

    private static void End(
        MemberAccessExpressionSyntax member,
        ArgumentListSyntax arguments,
        MovedCall ending,
        FetchedList list,
        Edits edits
    )
    {
        edits.Replace(member.Name.Span, ending.Name + "Async");
        if (ending.Text.Length > 0)
            edits.Replace(
                new(arguments.OpenParenToken.Span.End, 0),
                ending.Text + (arguments.Arguments.Count > 0 ? ", " : "")
            );
        if (list.Declarator?.Syntax.Parent is VariableDeclarationSyntax { Type: { IsVar: false } type })
            edits.Replace(type.Span, "var");
    }

    /// <summary>The call that would copy the list once more, or null.</summary>
    private static TextSpan? CopyOf(IOperation outermost, string terminal) =>
        outermost.Syntax is var source
        && source.Parent
            is MemberAccessExpressionSyntax
            {
                Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } call
            } member
        && member.Name.ToString() + "Async" == terminal
        && member.Expression == source
            ? TextSpan.FromBounds(source.Span.End, call.Span.End)
            : null;

    // The parentheses were for the call behind them.
    private static void RemoveParentheses(SyntaxNode use, List<TextSpan> removals, Edits edits)
    {
        if (use.Parent is not ParenthesizedExpressionSyntax around || removals.Count == 0)
            return;
        var end = removals.Max(removal => removal.End);
        SyntaxNode whole = around;
        while (whole.Parent is ExpressionSyntax outer && outer.SpanStart == around.SpanStart && outer.Span.End <= end)
            whole = outer;
        if (
            whole.Parent
            is EqualsValueClauseSyntax
                or ArgumentSyntax
                or ReturnStatementSyntax
                or ArrowExpressionClauseSyntax
                or ForEachStatementSyntax
                or ExpressionStatementSyntax
                or IfStatementSyntax
                or AssignmentExpressionSyntax
        )
        {
            edits.Replace(around.OpenParenToken.Span, "");
            edits.Replace(around.CloseParenToken.Span, "");
        }
    }
}
