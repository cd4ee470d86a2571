namespace FluentProfiles;

/// <summary>A reference that several profiles have. Immutable.</summary>
/// <param name="Reference">The <see cref="ExternalUserDetails.ReferenceId"/> of the profiles.</param>
/// <param name="Profiles">The profiles as the mirror has them, two or more, the oldest first.</param>
public sealed record DuplicateReference(string Reference, IReadOnlyList<UserProfile> Profiles)
{
    /// <summary>The profile that was created first.</summary>
    public UserProfile Oldest => Profiles[0];

    /// <summary>The profile that was created last.</summary>
    public UserProfile Newest => Profiles[^1];

    /// <summary>Returns the ids of the profiles, so that no customer data gets into a log by accident.</summary>
    public override string ToString() => string.Join(", ", Profiles);
}
