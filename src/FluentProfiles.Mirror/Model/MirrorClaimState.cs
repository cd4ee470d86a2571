namespace FluentProfiles.Mirror.Model;

/// <summary>How far a claim has come.</summary>
internal enum MirrorClaimState
{
    /// <summary>Nothing was sent.</summary>
    Claimed,

    /// <summary>A request that creates the profile may have been sent.</summary>
    Sent,

    /// <summary>The response was lost, and the profile was not found in time. A person decides.</summary>
    Unresolved,
}
