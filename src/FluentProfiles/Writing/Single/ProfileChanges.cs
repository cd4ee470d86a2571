using FluentProfiles.Writing.Single;

namespace FluentProfiles;

/// <summary>The changes that an update makes to a profile. Each member is left alone unless it is set; the members that the
/// service can clear take <see cref="Change.Clear"/>, too.</summary>
/// <remarks>Each member has the name of the field of <see cref="UserProfile"/> that it sets; limits, and the revisions that
/// accept the field, stand there in its <see cref="ProfileFieldAttribute"/> and are checked before anything is sent.</remarks>
public sealed class ProfileChanges
{
    /// <summary>The customer's name, up to 255 characters. <see cref="Change.Clear"/> removes the name; null leaves it
    /// alone.</summary>
    public Change<string> Name { get; set; }

    /// <summary>Pairs of your own to add, change or remove; those of other keys stay. Keys of 1 to 64 characters, values of 1 to
    /// 512, at most 16 pairs at once and in the end. None by default.</summary>
    public MetadataChanges Metadata
    {
        get;
        set => field = value ?? new();
    } = new();

    /// <summary>Your own id of the customer, 1 to 255 characters. <see cref="Change.Clear"/> removes the id; null leaves it
    /// alone. Accepted under 2026-03-24 and 2026-08-18; later
    /// <see cref="FluentProfiles.ExternalUserDetails.ReferenceId"/>.</summary>
    public Change<string> ExternalId { get; set; }

    /// <summary>How you relate to the customer; default leaves it as it is. <c>resold</c> requires that the profile has a name.
    /// Accepted under 2026-03-24 only; later <see cref="AccessType"/>.</summary>
    public Relationship Relationship { get; set; }

    /// <summary>How the customer reaches Claude; default leaves it as it is. Accepted since 2026-08-18.</summary>
    public AccessType AccessType { get; set; }

    /// <summary>When you took the customer on, at most a minute ahead of now; null leaves it as it is, and nothing clears it.
    /// Accepted under 2026-08-18 only; later
    /// <see cref="FluentProfiles.ExternalUserDetails.OnboardedAt"/>.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; set; }

    /// <summary>The customer's details. Members that are null stay as they are: the service can change a detail, but not clear
    /// it. Accepted since 2026-09-04. <see cref="FluentProfiles.ExternalUserDetails.AdditionalProperties"/> is not
    /// sent.</summary>
    public ExternalUserDetails ExternalUserDetails
    {
        get;
        set => field = value ?? ExternalUserDetails.Empty;
    } = ExternalUserDetails.Empty;

    /// <summary>Returns the changes that bring a profile to the wanted values, or null where nothing differs.</summary>
    /// <remarks>Only members that differ are in the changes. What <paramref name="wanted"/> does not name is left alone: members
    /// that are null, empty or default, and keys of metadata that it lacks. To clear a name or to remove a key, set
    /// <see cref="Change.Clear"/> on the result. Times are compared to the microsecond, texts ordinally.</remarks>
    /// <param name="current">The profile as it was read. A member that was not read, or that its revision does not serve, counts
    /// as absent.</param>
    /// <param name="wanted">The wanted values.</param>
    public static ProfileChanges? Between(UserProfile current, NewProfile wanted)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(wanted);
        return ProfileDiff.Between(current, wanted);
    }

    /// <summary>The members that are set or cleared, with their values: <c>Name = "Ada", Metadata["trial"] cleared</c>. It has
    /// a customer's data; keep it out of logs.</summary>
    public override string ToString() => ProfileWrite.Of(this).ToString();
}
