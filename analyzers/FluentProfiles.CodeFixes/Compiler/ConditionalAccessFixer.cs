using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>CS8072: <c>?.</c> becomes <c>.</c>, which reads as <c>?.</c> in a query.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class ConditionalAccessFixer() : QueryExpressionFixer(["CS8072"], "Use . instead of ?.")
{
    private protected override IEnumerable<TextChange> ChangesFor(
        SyntaxNode node,
        FixTarget target,
        LibraryContext library
    ) =>
        node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access
            ? Changes(Whole(access), target.Model)
            : [];

    private static ConditionalAccessExpressionSyntax Whole(ConditionalAccessExpressionSyntax access)
    {
        while (access.Parent is ConditionalAccessExpressionSyntax outer)
            access = outer;
        return access;
    }

    private static IEnumerable<TextChange> Changes(ConditionalAccessExpressionSyntax whole, SemanticModel model)
    {
        var links = LinksOf(whole).ToList();
        // A ?. within the arguments of one is mended on its own.
        foreach (var link in links)
            yield return new(link.OperatorToken.Span, IsNullable(link.Expression, model) ? ".Value" : "");
        var last = links[links.Count - 1].WhenNotNull;
        if (
            model.GetTypeInfo(whole).Type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } type
            && !IsNullable(last, model)
            && !IsLifted(whole, model)
        )
            yield return new(
                new(whole.SpanStart, 0),
                $"{NameFor(whole, last)}({type.ToMinimalDisplayString(model, whole.SpanStart)})"
            );
    }

    private static IEnumerable<ConditionalAccessExpressionSyntax> LinksOf(ConditionalAccessExpressionSyntax whole)
    {
        for (
            ConditionalAccessExpressionSyntax? link = whole;
            link is not null;
            link = link.WhenNotNull as ConditionalAccessExpressionSyntax
        )
            yield return link;
    }

    private static bool IsNullable(ExpressionSyntax expression, SemanticModel model) =>
        model.GetTypeInfo(expression).Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>Whether a comparison with a constant has the same result with and without the cast.</summary>
    private static bool IsLifted(ExpressionSyntax whole, SemanticModel model) =>
        whole.Parent is BinaryExpressionSyntax comparison
        && comparison.Kind()
            is SyntaxKind.EqualsExpression
                or SyntaxKind.NotEqualsExpression
                or SyntaxKind.GreaterThanExpression
                or SyntaxKind.GreaterThanOrEqualExpression
                or SyntaxKind.LessThanExpression
                or SyntaxKind.LessThanOrEqualExpression
        && model.GetConstantValue(comparison.Left == whole ? comparison.Right : comparison.Left)
            is { HasValue: true, Value: not null };

    // A member of an anonymous object that is a cast has no name of its own.
    private static string NameFor(ExpressionSyntax whole, ExpressionSyntax last) =>
        whole.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }
            ? last switch
            {
                MemberBindingExpressionSyntax binding => $"{binding.Name} = ",
                MemberAccessExpressionSyntax member => $"{member.Name} = ",
                _ => "",
            }
            : "";
}
