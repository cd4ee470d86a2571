using FluentProfiles.Writing.Single;

namespace FluentProfiles;

/// <summary>A profile to create. What is not set is left to the service.</summary>
/// <remarks>Each member has the name of the field of <see cref="UserProfile"/> that it sets; limits, and the revisions that
/// accept the field, stand there in its <see cref="ProfileFieldAttribute"/> and are checked before anything is sent.</remarks>
public sealed class NewProfile
{
    /// <summary>The customer's name, up to 255 characters; null (the default) for none. Required where
    /// <see cref="Relationship"/> is <c>resold</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Pairs of your own: at most 16, keys of 1 to 64 characters, values of 1 to 512. None by default.</summary>
    public ProfileMap<string> Metadata
    {
        get;
        set => field = value ?? ProfileMap<string>.Empty;
    } = ProfileMap<string>.Empty;

    /// <summary>Your own id of the customer, 1 to 255 characters, or null (the default). Accepted under 2026-03-24 and
    /// 2026-08-18; later <see cref="FluentProfiles.ExternalUserDetails.ReferenceId"/>.</summary>
    public string? ExternalId { get; set; }

    /// <summary>How you relate to the customer; default for the service's own choice. Accepted under 2026-03-24 only; later
    /// <see cref="AccessType"/>.</summary>
    public Relationship Relationship { get; set; }

    /// <summary>How the customer reaches Claude; default for the service's own choice. Accepted since 2026-08-18.</summary>
    public AccessType AccessType { get; set; }

    /// <summary>When you took the customer on, at most a minute ahead of now, or null (the default). Accepted under 2026-08-18
    /// only; later <see cref="FluentProfiles.ExternalUserDetails.OnboardedAt"/>.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; set; }

    /// <summary>What you tell of the customer; nothing by default. Accepted since 2026-09-04. Members that are null, and
    /// <see cref="FluentProfiles.ExternalUserDetails.AdditionalProperties"/>, are not sent.</summary>
    public ExternalUserDetails ExternalUserDetails
    {
        get;
        set => field = value ?? ExternalUserDetails.Empty;
    } = ExternalUserDetails.Empty;

    /// <summary>Returns a new profile with what a client may write of another: name, metadata, details and so on. The id,
    /// times, enforcement and programs are the service's.</summary>
    /// <param name="profile">The profile, as it was read. A create under another shape rejects the members that this shape does
    /// not have.</param>
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

    /// <summary>The members that are set, with their values: <c>Name = "Ada", Metadata["plan"] = "pro"</c>. It has a customer's
    /// data; keep it out of logs.</summary>
    public override string ToString() => ProfileWrite.Of(this).ToString();
}
