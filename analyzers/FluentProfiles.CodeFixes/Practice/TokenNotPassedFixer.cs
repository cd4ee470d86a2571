using FluentProfiles.Analyzers;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0503: passes the token.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TokenNotPassedFixer() : TextFixer([Descriptors.TokenNotPassed.Id], "Pass the cancellation token")
{
    private protected override IEnumerable<TextChange> ChangesFor(FixTarget target)
    {
        foreach (var diagnostic in target.Diagnostics)
        {
            if (
                diagnostic.Properties.TryGetValue(FixKeys.Text, out var call)
                && target.NodeAt(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<CommonForEachStatementSyntax>()
                    is { Expression: var sequence }
                && HasExtension(sequence, target.Model)
            )
                foreach (var change in Append(sequence, call!))
                    yield return change;
        }
    }

    private static IEnumerable<TextChange> Append(ExpressionSyntax sequence, string call)
    {
        if (IsPrimary(sequence))
            return [new(new(sequence.Span.End, 0), call)];
        return [new(new(sequence.SpanStart, 0), "("), new(new(sequence.Span.End, 0), ")" + call)];
    }

    private static bool IsPrimary(ExpressionSyntax expression) =>
        expression
            is InvocationExpressionSyntax
                or MemberAccessExpressionSyntax
                or SimpleNameSyntax
                or ElementAccessExpressionSyntax
                or ParenthesizedExpressionSyntax
                or ThisExpressionSyntax
                or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression };

    // It is an extension method, of a namespace that the file may not import.
    private static bool HasExtension(ExpressionSyntax sequence, SemanticModel model) =>
        model.GetTypeInfo(sequence).Type is { } type
        && !model
            .LookupSymbols(sequence.SpanStart, type, "WithCancellation", includeReducedExtensionMethods: true)
            .IsEmpty;
}
