using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>Writes a comparison in place of another expression.</summary>
internal static class Comparison
{
    /// <summary>The comparison, in parentheses where it would otherwise be part of another operation.</summary>
    public static string InPlaceOf(ExpressionSyntax old, string text) =>
        old.Parent switch
        {
            BinaryExpressionSyntax binary
                when !binary.IsKind(SyntaxKind.LogicalAndExpression)
                    && !binary.IsKind(SyntaxKind.LogicalOrExpression) => $"({text})",
            PrefixUnaryExpressionSyntax
            or PostfixUnaryExpressionSyntax
            or CastExpressionSyntax
            or MemberAccessExpressionSyntax
            or ConditionalAccessExpressionSyntax
            or IsPatternExpressionSyntax => $"({text})",
            _ => text,
        };
}
