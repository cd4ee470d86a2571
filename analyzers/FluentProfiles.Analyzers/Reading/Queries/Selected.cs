using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers.Reading;

/// <summary>What an item of a query, or a part of it, is of the profile that it comes from: seen through the query's Selects as
/// the planner sees through those that only name members, alone or within a new object.</summary>
internal sealed class Selected
{
    private Selected(IReadOnlyList<ISymbol>? path, IReadOnlyDictionary<string, Selected>? members)
    {
        Path = path;
        Members = members;
    }

    /// <summary>The profile itself.</summary>
    public static Selected Profile { get; } = new([], null);

    /// <summary>A part of a new object that its initializer does not name.</summary>
    public static Selected Rest { get; } = new(null, null);

    /// <summary>Something that only the run shows, such as the result of a selector in a variable. It may be anything.</summary>
    public static Selected Unknown { get; } = new(null, null);

    /// <summary>The members that lead from the profile to it; null for an object that the query makes.</summary>
    public IReadOnlyList<ISymbol>? Path { get; }

    private IReadOnlyDictionary<string, Selected>? Members { get; }

    public bool IsProfile => Path is { Count: 0 };

    public bool IsUnknown => this == Unknown;

    public static Selected Object(IReadOnlyDictionary<string, Selected> members) => new(null, members);

    /// <summary>What a member of it is; null for one that a null on the way gives a default: what follows has to see
    /// that default.</summary>
    public Selected? Member(ISymbol member, ITypeSymbol type)
    {
        if (IsUnknown)
            return Unknown;
        if (Path is null)
            return Members is not null && Members.TryGetValue(member.Name, out var known) ? known : Rest;
        return TakesNull(type) || ValueCatalog.IsExtensibleEnum(type) || !Path.Any(MayBeNull)
            ? new([.. Path, member], null)
            : null;
    }

    private static bool MayBeNull(ISymbol member) =>
        ((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type) is { } type
        && TakesNull(type)
        && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "NeverNullAttribute");

    private static bool TakesNull(ITypeSymbol type) =>
        type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
