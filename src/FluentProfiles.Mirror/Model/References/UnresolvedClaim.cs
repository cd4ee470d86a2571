namespace FluentProfiles;

/// <summary>A reference for which a create was sent, but its response was lost, and the profile was not found in time. No
/// process creates a profile for it until you decide: <see cref="ProfileMirror.ResolveClaimAsync"/>. Immutable.</summary>
/// <param name="Reference">Your own id for the customer.</param>
/// <param name="SentAt">When the create was sent, by the clock of the database.</param>
public sealed record UnresolvedClaim(string Reference, DateTimeOffset SentAt)
{
    /// <summary>Returns the time, so that no customer data gets into a log by accident.</summary>
    public override string ToString() => $"sent at {SentAt:O}";
}
