namespace FluentProfiles.Analyzers.Symbols;

/// <summary>The betas that the referenced version of the library knows, read from it when a beta is first met.</summary>
internal sealed class BetaCatalog(INamedTypeSymbol? type)
{
    private readonly Lazy<Dictionary<string, KnownBeta>> byName = new(() => Read(type));

    public IEnumerable<KnownBeta> All => byName.Value.Values;

    public KnownBeta? Find(string? name) =>
        name is not null && byName.Value.TryGetValue(name, out var beta) ? beta : null;

    /// <summary>The beta of a revision's shape, or null for the current one, which needs none.</summary>
    public KnownBeta? OfShape(int revision) => All.FirstOrDefault(beta => beta.Shape == revision);

    private static Dictionary<string, KnownBeta> Read(INamedTypeSymbol? type)
    {
        Dictionary<string, KnownBeta> known = new(StringComparer.Ordinal);
        foreach (var member in type?.GetMembers().OfType<IPropertySymbol>() ?? [])
        {
            if (KnownBeta.Of(member) is { } beta)
                known[beta.Name] = beta;
        }
        return known;
    }
}
