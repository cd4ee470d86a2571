namespace FluentProfiles;

/// <summary>What an update changes of a profile. A member that is not set leaves its field as it is.</summary>
/// <remarks>Each member has the name of the field of <see cref="UserProfile"/> that it sets; limits, and the revisions that
/// accept the field, stand there in its <see cref="ProfileFieldAttribute"/> and are checked before anything is sent.</remarks>
public sealed class ProfileChanges
{
    /// <summary>The customer's name, up to 255 characters. Null, where it is set (<c>Name = null</c>), takes the name
    /// away.</summary>
    public string? Name
    {
        get;
        set
        {
            field = value;
            SetsName = true;
        }
    }

    /// <summary>Pairs of your own to add or to change; those of other keys stay. An empty value removes its key. Keys of 1 to
    /// 64 characters, values of up to 512, at most 16 pairs at once and in the end. None by default.</summary>
    public ProfileMap<string> Metadata
    {
        get;
        set => field = value ?? ProfileMap<string>.Empty;
    } = ProfileMap<string>.Empty;

    /// <summary>Your own id of the customer, 1 to 255 characters. Null, where it is set, takes the id away. Accepted under
    /// 2026-03-24 and 2026-08-18; later <see cref="FluentProfiles.ExternalUserDetails.ReferenceId"/>.</summary>
    public string? ExternalId
    {
        get;
        set
        {
            field = value;
            SetsExternalId = true;
        }
    }

    /// <summary>How you relate to the customer; default leaves it as it is. <c>resold</c> requires that the profile has a name.
    /// Accepted under 2026-03-24 only; later <see cref="AccessType"/>.</summary>
    public Relationship Relationship { get; set; }

    /// <summary>How the customer reaches Claude; default leaves it as it is. Accepted since 2026-08-18.</summary>
    public AccessType AccessType { get; set; }

    /// <summary>When you took the customer on, at most a minute ahead of now; null leaves it as it is, and nothing takes it
    /// away. Accepted under 2026-08-18 only; later
    /// <see cref="FluentProfiles.ExternalUserDetails.OnboardedAt"/>.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; set; }

    /// <summary>What you tell of the customer. Members that are null stay as they are: the service does not take back what was
    /// told once. Accepted since 2026-09-04. <see cref="FluentProfiles.ExternalUserDetails.AdditionalProperties"/> is not
    /// sent.</summary>
    public ExternalUserDetails ExternalUserDetails
    {
        get;
        set => field = value ?? ExternalUserDetails.Empty;
    } = ExternalUserDetails.Empty;

    internal bool SetsName { get; private set; }

    internal bool SetsExternalId { get; private set; }
}
