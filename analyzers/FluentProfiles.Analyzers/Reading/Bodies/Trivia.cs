using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>What stands between the tokens of a source.</summary>
internal static class Trivia
{
    /// <summary>Whether a span holds something that a person wrote and no fix may throw away.</summary>
    public static bool HasComment(SyntaxNode root, TextSpan span) => CommentsIn(root, span) > 0;

    public static int CommentsIn(SyntaxNode root, TextSpan span) =>
        root.DescendantTrivia(span)
            .Count(trivia =>
                span.Contains(trivia.Span)
                && !trivia.IsKind(SyntaxKind.WhitespaceTrivia)
                && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
            );
}
