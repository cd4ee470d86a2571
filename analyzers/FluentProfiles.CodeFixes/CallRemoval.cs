using FluentProfiles.Analyzers.Reading;

namespace FluentProfiles.CodeFixes;

/// <summary>Removes a call from a chain.</summary>
internal static class CallRemoval
{
    /// <summary>The change that removes the call at a place, or null where it can't be removed without loss.</summary>
    public static TextChange? At(FixTarget target, TextSpan span) =>
        target.At<InvocationExpressionSyntax>(span) is { } call ? Of(call) : null;

    public static TextChange? Of(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax member || call.Parent is ExpressionStatementSyntax)
            return null;
        var span = TextSpan.FromBounds(member.Expression.Span.End, call.Span.End);
        return Trivia.HasComment(call.SyntaxTree.GetRoot(), span) ? null : new(span, "");
    }
}
