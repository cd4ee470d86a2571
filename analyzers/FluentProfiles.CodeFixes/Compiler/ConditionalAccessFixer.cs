using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.CodeFixes;

/// <summary>CS8072: <c>?.</c> becomes <c>.</c>, which reads as <c>?.</c> in a query.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ConditionalAccessFixer() : QueryExpressionFixer(["CS8072"], "Write . for ?.")
{
    private protected override IEnumerable<TextChange> ChangesFor(
        SyntaxNode node,
        FixTarget target,
        LibraryContext library
    ) =>
        node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is not { } access
            ? []
            : access
                .AncestorsAndSelf()
                .TakeWhile(outer => outer is ConditionalAccessExpressionSyntax)
                .Last()
                .DescendantNodesAndSelf()
                .OfType<ConditionalAccessExpressionSyntax>()
                .Select(each => new TextChange(each.OperatorToken.Span, ""));
}
