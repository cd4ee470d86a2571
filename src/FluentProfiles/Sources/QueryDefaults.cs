namespace FluentProfiles.Sources;

/// <summary>What a client sets for queries that say nothing else.</summary>
internal sealed record QueryDefaults
{
    public int Prefetch { get; init; }

    public int MaxPointLookups { get; init; }

    /// <summary>Null for no limit.</summary>
    public int? MaxRequests { get; init; }

    /// <summary>How many runs read listings at once; null for no bound.</summary>
    public int? MaxConcurrentScans { get; init; }

    /// <summary>Protects resume tokens; null for none.</summary>
    public ITokenProtector? Protector { get; init; }
}
