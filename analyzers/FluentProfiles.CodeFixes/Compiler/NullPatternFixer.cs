using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>CS8122: <c>is null</c> and <c>is not null</c> become <c>==</c> and <c>!=</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NullPatternFixer() : QueryExpressionFixer(["CS8122"], "Compare with == or !=")
{
    private protected override IEnumerable<TextChange> ChangesFor(
        SyntaxNode node,
        FixTarget target,
        LibraryContext library
    )
    {
        if (node.FirstAncestorOrSelf<IsPatternExpressionSyntax>() is not { } test)
            yield break;
        var negated = test.Pattern is UnaryPatternSyntax { RawKind: (int)SyntaxKind.NotPattern };
        var pattern = negated ? ((UnaryPatternSyntax)test.Pattern).Pattern : test.Pattern;
        if (pattern is ConstantPatternSyntax constant)
            yield return new(
                test.Span,
                Comparison.InPlaceOf(test, $"{test.Expression} {(negated ? "!=" : "==")} {constant.Expression}")
            );
    }
}
