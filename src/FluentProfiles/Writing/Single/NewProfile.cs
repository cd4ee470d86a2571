using FluentProfiles.Writing.Single;

namespace FluentProfiles;

/// <summary>A profile to create. The service chooses the values of members that are not set.</summary>
/// <remarks>Each member has the same name as the field of <see cref="UserProfile"/> that it sets. The field's
/// <see cref="ProfileFieldAttribute"/> states its limits and the revisions that accept it. Both are checked before
/// anything is sent.</remarks>
public sealed class NewProfile
{
    /// <summary>The customer's name, up to 255 characters; null (the default) for none. Required when
    /// <see cref="Relationship"/> is <c>resold</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Your own metadata pairs: at most 16, with keys of 1 to 64 characters and values of 1 to 512 characters.
    /// Empty by default.</summary>
    public ProfileMap<string> Metadata
    {
        get;
        set => field = value ?? ProfileMap<string>.Empty;
    } = ProfileMap<string>.Empty;

    /// <summary>Your own id for the customer, 1 to 255 characters, or null (the default). Accepted with 2026-03-24 and
    /// 2026-08-18. In later revisions, use <see cref="FluentProfiles.ExternalUserDetails.ReferenceId"/>.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Your relationship to the customer. With the default value, the service chooses. Accepted with
    /// 2026-03-24 only. In later revisions, use <see cref="AccessType"/>.</summary>
    public Relationship Relationship { get; set; }

    /// <summary>How the customer accesses Claude. With the default value, the service chooses. Accepted since
    /// 2026-08-18.</summary>
    public AccessType AccessType { get; set; }

    /// <summary>The time when you onboarded the customer, at most one minute in the future, or null (the default).
    /// Accepted with 2026-08-18 only. In later revisions, use
    /// <see cref="FluentProfiles.ExternalUserDetails.OnboardedAt"/>.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; set; }

    /// <summary>The customer's details. Empty by default. Accepted since 2026-09-04. Members that are null, and
    /// <see cref="FluentProfiles.ExternalUserDetails.AdditionalProperties"/>, are not sent.</summary>
    public ExternalUserDetails ExternalUserDetails
    {
        get;
        set => field = value ?? ExternalUserDetails.Empty;
    } = ExternalUserDetails.Empty;

    /// <summary>Returns a new profile with the writable members of another profile: name, metadata, details and so on.
    /// The id, the times, the enforcement and the programs belong to the service and are not copied.</summary>
    /// <param name="profile">The profile to copy, as it was read. A create with another shape rejects members that the
    /// other shape does not have.</param>
    public static NewProfile From(UserProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new()
        {
            Name = profile.Name,
            Metadata = profile.Metadata,
            ExternalId = profile.ExternalId,
            Relationship = profile.Relationship,
            AccessType = profile.AccessType,
            ExternalUserOnboardedAt = profile.ExternalUserOnboardedAt,
            ExternalUserDetails = profile.ExternalUserDetails,
        };
    }

    /// <summary>Returns the members that are set, with their values: <c>Name = "Ada", Metadata["plan"] = "pro"</c>. The
    /// string contains customer data, so keep it out of logs.</summary>
    public override string ToString() => ProfileWrite.Of(this).ToString();
}
