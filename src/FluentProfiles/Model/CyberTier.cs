namespace FluentProfiles;

/// <summary>A tier of the cyber program.</summary>
public sealed class CyberTier
{
    /// <summary>Its state.</summary>
    [ProfileField("status")]
    public TierStatus Status { get; init; }

    /// <summary>Members that this version does not know.</summary>
    public AdditionalProperties AdditionalProperties
    {
        get;
        init => field = value ?? AdditionalProperties.Empty;
    } = AdditionalProperties.Empty;
}
