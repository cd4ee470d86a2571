namespace FluentProfiles;

/// <summary>Your decision on an <see cref="UnresolvedClaim"/>: <see cref="NotCreated"/>, or
/// <see cref="CreatedAs"/> with the id of the profile.</summary>
public sealed class ClaimResolution
{
    private ClaimResolution(string? profileId) => ProfileId = profileId;

    /// <summary>The service has no profile with the reference. The next call creates one. If there is one after all, the
    /// customer has two profiles then.</summary>
    public static ClaimResolution NotCreated { get; } = new(null);

    /// <summary>The id of the profile; null for <see cref="NotCreated"/>.</summary>
    public string? ProfileId { get; }

    /// <summary>The service has created a profile.</summary>
    /// <param name="profileId">The id of the profile. It must have the reference.</param>
    /// <exception cref="ArgumentException"><paramref name="profileId"/> is null or empty.</exception>
    public static ClaimResolution CreatedAs(string profileId)
    {
        ArgumentException.ThrowIfNullOrEmpty(profileId);
        return new(profileId);
    }

    /// <summary>Returns the decision in words.</summary>
    public override string ToString() => ProfileId is null ? "not created" : $"created as {ProfileId}";
}
