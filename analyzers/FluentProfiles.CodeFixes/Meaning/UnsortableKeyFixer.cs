using FluentProfiles.Analyzers;
using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0201: says openly that everything is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnsortableKeyFixer()
    : InsertCallFixer(Descriptors.UnsortableKey.Id, "Read everything, then sort: AsAsyncEnumerable()")
{
    // A query skips a null, and a plain sequence throws. What goes on from the query may stand anywhere behind it.
    private protected override bool CanInsert(FixTarget target, TextSpan place) =>
        LibraryContext.Of(target.Model.Compilation) is { } library
        && ScopeOf(target, place) is var scope
        && !scope
            .DescendantNodes(TextSpan.FromBounds(place.End, scope.Span.End))
            .Any(node =>
                node.SpanStart >= place.End
                && MayMeetNull(node, target.Model)
                && QueryExpressions.IsInside(node, target.Model, library, CancellationToken.None)
            );

    /// <summary>The member around a place, or the whole file for statements without one.</summary>
    private static SyntaxNode ScopeOf(FixTarget target, TextSpan place) =>
        target
            .NodeAt(place)
            .AncestorsAndSelf()
            .OfType<MemberDeclarationSyntax>()
            .FirstOrDefault(member => member is not GlobalStatementSyntax)
        ?? target.Root;

    /// <summary>True for a null that a member is called on without a warning of the compiler: a ! hides it, or it is
    /// switched off.</summary>
    private static bool MayMeetNull(SyntaxNode node, SemanticModel model) =>
        node switch
        {
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => Outermost(
                node
            ).Parent
                is MemberAccessExpressionSyntax
                    or ElementAccessExpressionSyntax
                    or CastExpressionSyntax,
            MemberAccessExpressionSyntax { Expression: var owner } => IsUnwarned(owner, model),
            ElementAccessExpressionSyntax { Expression: var owner } => IsUnwarned(owner, model),
            _ => false,
        };

    private static SyntaxNode Outermost(SyntaxNode node)
    {
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
            node = node.Parent;
        return node;
    }

    private static bool IsUnwarned(ExpressionSyntax owner, SemanticModel model) =>
        !model.GetNullableContext(owner.SpanStart).WarningsEnabled()
        && model.GetSymbolInfo(owner).Symbol is IPropertySymbol { NullableAnnotation: NullableAnnotation.Annotated };
}
