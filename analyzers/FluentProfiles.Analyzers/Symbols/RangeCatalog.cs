using System.Collections.Concurrent;

namespace FluentProfiles.Analyzers.Symbols;

/// <summary>The ranges that the library states, by parameter and property.</summary>
internal sealed class RangeCatalog(IAssemblySymbol assembly)
{
    private readonly ConcurrentDictionary<ISymbol, ValueRange?> known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> methods = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a parameter of a method has a range.</summary>
    public bool IsIn(IMethodSymbol method) =>
        IsOfLibrary(method)
        && methods.GetOrAdd(
            method.OriginalDefinition,
            static symbol => ((IMethodSymbol)symbol).Parameters.Any(parameter => ValueRange.Of(parameter) is not null)
        );

    public ValueRange? Find(ISymbol? symbol) =>
        symbol is not null && IsOfLibrary(symbol)
            ? known.GetOrAdd(symbol.OriginalDefinition, static key => ValueRange.Of(key))
            : null;

    private bool IsOfLibrary(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly);
}
