using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.CodeFixes;

/// <summary>CS8143: a tuple becomes an anonymous object.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TupleFixer() : QueryExpressionFixer(["CS8143"], "Use an anonymous type")
{
    private protected override IEnumerable<TextChange> ChangesFor(
        SyntaxNode node,
        FixTarget target,
        LibraryContext library
    )
    {
        if (node.FirstAncestorOrSelf<TupleExpressionSyntax>() is not { } tuple)
            return [];
        var members = tuple.Arguments.Select(MemberOf).ToList();
        return members.Contains(null) ? [] : [new(tuple.Span, "new { " + string.Join(", ", members) + " }")];
    }

    // An element that no name can be taken from would be Item1 in a tuple and nothing in an object.
    private static string? MemberOf(ArgumentSyntax element) =>
        element.NameColon is { Name: var name } ? $"{name} = {element.Expression}"
        : element.Expression is MemberAccessExpressionSyntax or IdentifierNameSyntax ? element.Expression.ToString()
        : null;
}
