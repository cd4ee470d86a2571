namespace FluentProfiles.Model.Profiles;

/// <summary>The fields of a profile that the current revision hardly ever serves.</summary>
internal sealed class RareFields
{
    public const string UsualType = "user_profile";

    private readonly UserProfile owner;

    private RareFields(UserProfile owner) => this.owner = owner;

    public string? Type { get; set; }

    public ProfileMap<TrustGrant>? TrustGrants { get; set; }

    public string? ExternalId { get; set; }

    public Relationship Relationship { get; set; }

    public DateTimeOffset? ExternalUserOnboardedAt { get; set; }

    public AdditionalProperties? AdditionalProperties { get; set; }

    /// <summary>Those of a profile. A copy of a profile has those of another at first, and gets its own.</summary>
    public static RareFields Of(UserProfile profile, RareFields? known) =>
        known is null ? new(profile)
        : known.owner == profile ? known
        : new(profile)
        {
            Type = known.Type,
            TrustGrants = known.TrustGrants,
            ExternalId = known.ExternalId,
            Relationship = known.Relationship,
            ExternalUserOnboardedAt = known.ExternalUserOnboardedAt,
            AdditionalProperties = known.AdditionalProperties,
        };
}
