using System.Collections.Concurrent;

namespace FluentProfiles.Analyzers.Symbols;

/// <summary>The extensible enums of the referenced version of the library, with the values that it knows.</summary>
internal sealed class ValueCatalog(IAssemblySymbol assembly)
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyDictionary<string, string>?> known = new(
        SymbolEqualityComparer.Default
    );

    /// <summary>The name of the member for each known text, or null for a type that is no extensible enum.</summary>
    public IReadOnlyDictionary<string, string>? Find(ITypeSymbol? type) =>
        type is not null
        && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly)
        && IsExtensibleEnum(type)
            ? known.GetOrAdd(type, static symbol => Read((INamedTypeSymbol)symbol))
            : null;

    /// <summary>True for a type of the model that is an extensible enum, whose default stands for null.</summary>
    public static bool IsExtensibleEnum(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsValueType: true, ContainingType: null } && !type.GetTypeMembers("Values").IsEmpty;

    private static Dictionary<string, string>? Read(INamedTypeSymbol type)
    {
        var constants = type.GetTypeMembers("Values").SelectMany(values => values.GetMembers().OfType<IFieldSymbol>());
        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (var constant in constants)
        {
            if (constant.ConstantValue is string text)
                texts[text] = constant.Name;
        }
        return texts.Count > 0 ? texts : null;
    }
}
