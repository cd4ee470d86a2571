using FluentProfiles.Mirror.Model;

namespace FluentProfiles.Mirror.References;

/// <summary>What the database knows of a reference at one moment.</summary>
/// <param name="Ids">The profiles with the reference, the oldest first.</param>
/// <param name="Position">The position of the feed of changes at that moment.</param>
internal sealed record ReferenceSnapshot(IReadOnlyList<string> Ids, long Position)
{
    /// <summary>The claim on the reference; null where there is none, or where there is a profile.</summary>
    public MirrorClaim? Claim { get; init; }

    /// <summary>The time by the clock of the database; only with a claim.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>True where the claim's time is over.</summary>
    public bool IsExpired => Claim is { } claim && claim.ExpiresAt <= Now;

    /// <summary>From when on the claim's profile may have been created that the mirror does not have; null for since the last
    /// look.</summary>
    /// <param name="recent">How long after the claim's time profiles may still be missing that were listed late.</param>
    public DateTimeOffset? LookFrom(TimeSpan recent) =>
        Claim is { } claim && Now - claim.ExpiresAt < recent ? claim.LookFrom ?? DateTimeOffset.MinValue : null;

    /// <summary>True where the claim's time has not begun: the clock of the database was set back since.</summary>
    public bool IsOfLaterTime =>
        Claim is { State: not MirrorClaimState.Unresolved } claim && (claim.SentAt ?? claim.ClaimedAt) > Now;
}
