namespace FluentProfiles.Mirror.Model;

/// <summary>A reference for which one process creates the profile, while others wait.</summary>
internal class MirrorClaim
{
    public int Scope { get; init; }

    /// <summary>The platform's own id for the customer.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Which call holds the claim. Each claim has its own.</summary>
    public string Owner { get; set; } = "";

    public MirrorClaimState State { get; set; }

    /// <summary>When the reference was claimed, or its claim last renewed.</summary>
    public DateTimeOffset ClaimedAt { get; set; }

    /// <summary>When another process may take the claim over.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the request that creates the profile was sent; null before.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The profile was created after this time, by the clock of the service; null where it may be any profile.</summary>
    public DateTimeOffset? LookFrom { get; set; }
}
