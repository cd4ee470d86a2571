using FluentProfiles.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.CodeFixes;

/// <summary>CS8198 and CS8207: <c>TryGetValue</c> becomes the indexer, which gives null for a missing key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TryGetValueFixer() : QueryExpressionFixer(["CS8198", "CS8207"], "Use the indexer")
{
    private protected override IEnumerable<TextChange> ChangesFor(
        SyntaxNode node,
        FixTarget target,
        LibraryContext library
    )
    {
        if (CallAround(node) is not { } call || IndexerFor(call) is not { } indexer)
            return [];
        if (
            call.ArgumentList.Arguments[1].Expression is DeclarationExpressionSyntax
            {
                Designation: SingleVariableDesignationSyntax variable
            }
        )
            return Inlined(call, indexer, variable.Identifier.ValueText);
        return
        [
            new(call.Span, call.Parent is PrefixUnaryExpressionSyntax ? $"({indexer} != null)" : $"{indexer} != null"),
        ];
    }

    private static InvocationExpressionSyntax? CallAround(SyntaxNode node) =>
        node.AncestorsAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(call =>
                call
                    is {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetValue" },
                        ArgumentList.Arguments.Count: 2
                    }
            );

    private static string? IndexerFor(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var map }
            ? $"{map}[{call.ArgumentList.Arguments[0].Expression}]"
            : null;

    /// <summary>The variable's uses give way to the indexer; the call itself is then of no more use beside them.</summary>
    private static IEnumerable<TextChange> Inlined(InvocationExpressionSyntax call, string indexer, string variable)
    {
        if (
            call.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both
            || both.Left != call
        )
            return [];
        var uses = UsesIn(both.Right, variable)
            .Concat(LaterConditions(both).SelectMany(later => UsesIn(later, variable)));
        return uses.Select(use => new TextChange(use.Span, indexer)).Prepend(new(call.Span, $"{indexer} != null"));
    }

    private static IEnumerable<ExpressionSyntax> LaterConditions(BinaryExpressionSyntax both)
    {
        for (
            var outer = both.Parent;
            outer is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } next;
            outer = next.Parent
        )
            yield return next.Right;
    }

    private static IEnumerable<IdentifierNameSyntax> UsesIn(ExpressionSyntax expression, string variable) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable && !IsMemberName(name));

    private static bool IsMemberName(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Name == name;
}
