using FluentProfiles.Writing.Single;

namespace FluentProfiles;

/// <summary>The changes that an update makes to a profile. Members that are not set stay unchanged. Members that the
/// service can clear also accept <see cref="Change.Clear"/>.</summary>
/// <remarks>Each member has the same name as the field of <see cref="UserProfile"/> that it sets. The field's
/// <see cref="ProfileFieldAttribute"/> states its limits and the revisions that accept it. Both are checked before
/// anything is sent.</remarks>
public sealed class ProfileChanges
{
    /// <summary>The customer's name, up to 255 characters. <see cref="Change.Clear"/> removes the name. Null leaves it
    /// unchanged.</summary>
    public Change<string> Name { get; set; }

    /// <summary>The metadata pairs to add, change or remove. Pairs with other keys stay unchanged. Keys have 1 to 64
    /// characters, values 1 to 512 characters. An update, and the profile after it, can have at most 16 pairs. Empty by
    /// default.</summary>
    public MetadataChanges Metadata
    {
        get;
        set => field = value ?? new();
    } = new();

    /// <summary>Your own id for the customer, 1 to 255 characters. <see cref="Change.Clear"/> removes the id. Null
    /// leaves it unchanged. Accepted with 2026-03-24 and 2026-08-18. In later revisions, use
    /// <see cref="FluentProfiles.ExternalUserDetails.ReferenceId"/>.</summary>
    public Change<string> ExternalId { get; set; }

    /// <summary>Your relationship to the customer. The default value leaves it unchanged. <c>resold</c> requires that
    /// the profile has a name. Accepted with 2026-03-24 only. In later revisions, use
    /// <see cref="AccessType"/>.</summary>
    public Relationship Relationship { get; set; }

    /// <summary>How the customer accesses Claude. The default value leaves it unchanged. Accepted since
    /// 2026-08-18.</summary>
    public AccessType AccessType { get; set; }

    /// <summary>The time when you onboarded the customer, at most one minute in the future. Null leaves it unchanged.
    /// It can't be cleared. Accepted with 2026-08-18 only. In later revisions, use
    /// <see cref="FluentProfiles.ExternalUserDetails.OnboardedAt"/>.</summary>
    public DateTimeOffset? ExternalUserOnboardedAt { get; set; }

    /// <summary>The customer's details. Members that are null stay unchanged: the service can change a detail, but not
    /// clear it. Accepted since 2026-09-04. <see cref="FluentProfiles.ExternalUserDetails.AdditionalProperties"/> is
    /// not sent.</summary>
    public ExternalUserDetails ExternalUserDetails
    {
        get;
        set => field = value ?? ExternalUserDetails.Empty;
    } = ExternalUserDetails.Empty;

    /// <summary>Returns the changes that give a profile the wanted values, or null if there is no difference.</summary>
    /// <remarks>The changes contain only the members that differ. Members of <paramref name="wanted"/> that are null,
    /// empty or default stay unchanged, and so do metadata pairs whose keys it does not contain. To clear a name or to
    /// remove a key, set <see cref="Change.Clear"/> on the result. Times are compared to the microsecond, strings
    /// ordinally.</remarks>
    /// <param name="current">The profile as it was read. A member counts as absent if it was not read or if its
    /// revision does not have it.</param>
    /// <param name="wanted">The wanted values.</param>
    public static ProfileChanges? Between(UserProfile current, NewProfile wanted)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(wanted);
        return ProfileDiff.Between(current, wanted);
    }

    /// <summary>Returns the members that are set or cleared, with their values:
    /// <c>Name = "Ada", Metadata["trial"] cleared</c>. The string contains customer data, so keep it out of
    /// logs.</summary>
    public override string ToString() => ProfileWrite.Of(this).ToString();
}
