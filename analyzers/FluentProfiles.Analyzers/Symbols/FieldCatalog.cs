using System.Collections.Concurrent;

namespace FluentProfiles.Analyzers.Symbols;

/// <summary>The fields of the model, by property.</summary>
internal sealed class FieldCatalog(IAssemblySymbol assembly)
{
    private readonly ConcurrentDictionary<ISymbol, FieldFacts?> known = new(SymbolEqualityComparer.Default);

    /// <summary>The facts of a property, or null for one that is no field of a profile.</summary>
    public FieldFacts? Find(IPropertySymbol property) =>
        SymbolEqualityComparer.Default.Equals(property.ContainingAssembly, assembly)
            ? known.GetOrAdd(property.OriginalDefinition, static symbol => Read((IPropertySymbol)symbol))
            : null;

    /// <summary>The fields along a path such as <c>ExternalUserDetails.ReferenceId</c>, or null where it leads nowhere.</summary>
    public IReadOnlyList<FieldFacts>? Along(INamedTypeSymbol? type, string path)
    {
        List<FieldFacts> fields = [];
        foreach (var name in path.Split('.'))
        {
            if (type?.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is not { } property)
                return null;
            if (Find(property) is not { } field)
                return null;
            fields.Add(field);
            type = property.Type as INamedTypeSymbol;
        }
        return fields;
    }

    /// <summary>The names of the fields that the service sorts by.</summary>
    public IEnumerable<string> SortableOf(INamedTypeSymbol? type) =>
        from property in type?.GetMembers().OfType<IPropertySymbol>() ?? []
        where Find(property) is { Sortable: true }
        select property.Name;

    /// <summary>The types of the fields that the service filters by.</summary>
    public IEnumerable<ITypeSymbol> FilterTypesOf(INamedTypeSymbol? type) =>
        from property in type?.GetMembers().OfType<IPropertySymbol>() ?? []
        where Find(property) is { Filterable: true }
        select property.Type;

    private static FieldFacts? Read(IPropertySymbol property) =>
        property.GetAttributes().FirstOrDefault(IsFieldAttribute) is { } attribute ? new(property, attribute) : null;

    private static bool IsFieldAttribute(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "ProfileFieldAttribute", ContainingNamespace.Name: "FluentProfiles" };
}
