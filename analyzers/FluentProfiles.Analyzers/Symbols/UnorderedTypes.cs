namespace FluentProfiles.Analyzers.Symbols;

/// <summary>Tells which values the default comparer of .NET surely can't compare: the planner's rule, seen from the
/// source.</summary>
internal static class UnorderedTypes
{
    // An object of a class that others derive from may be one of those that can be compared.
    public static bool Has(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: not TypeKind.Enum } or IArrayTypeSymbol
        && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T
        && !type.AllInterfaces.Any(known => known.Name == "IComparable")
        && (type.IsSealed || type.AllInterfaces.Any(known => known.Name == "IEnumerable"));
}
