using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>Finds the client that a new query can start from.</summary>
internal static class ClientsInScope
{
    /// <summary>The name of the only client in scope, the ambient one where there is none, or null where there are
    /// several.</summary>
    public static string? NameAt(IOperation operation, LibraryContext library)
    {
        if (operation.SemanticModel is not { } model)
            return null;
        var position = operation.Syntax.SpanStart;
        var clients = model
            .LookupSymbols(position)
            .Where(symbol => library.IsAnyClient(TypeOf(symbol)) && IsSetBefore(symbol, position))
            .Select(symbol => symbol.Name)
            .Distinct()
            .ToList();
        return clients.Count switch
        {
            0 => "Profiles",
            1 => clients[0],
            _ => null,
        };
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) =>
        symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };

    private static bool IsSetBefore(ISymbol symbol, int position) =>
        symbol is not ILocalSymbol
        || symbol.DeclaringSyntaxReferences is [var declaration] && declaration.Span.End <= position;
}
