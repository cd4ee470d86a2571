namespace FluentProfiles.Writing.Single;

/// <summary>Compares a profile with the values wanted of it, as the texts that JSON holds: what gives the same text is the same
/// value to the service.</summary>
internal static class ProfileDiff
{
    /// <summary>Returns the changes for the wanted members that differ, or null where none does.</summary>
    public static ProfileChanges? Between(UserProfile current, NewProfile wanted)
    {
        ProfileChanges changes = new()
        {
            Name = Change.SetOrLeave(Differing(current.Name, wanted.Name)),
            ExternalId = Change.SetOrLeave(Differing(current.ExternalId, wanted.ExternalId)),
            Relationship = Differing(current.Relationship, wanted.Relationship),
            AccessType = Differing(current.AccessType, wanted.AccessType),
            ExternalUserOnboardedAt = Differing(current.ExternalUserOnboardedAt, wanted.ExternalUserOnboardedAt),
            ExternalUserDetails = Differing(current.ExternalUserDetails, wanted.ExternalUserDetails),
        };
        foreach (var (key, value) in wanted.Metadata)
            changes.Metadata[key] = Change.SetOrLeave(Differing(current.Metadata[key], value));
        return ProfileWrite.Of(changes).IsEmpty ? null : changes;
    }

    private static ExternalUserDetails Differing(ExternalUserDetails current, ExternalUserDetails wanted) =>
        new()
        {
            AccountStatus = Differing(current.AccountStatus, wanted.AccountStatus),
            Country = Differing(current.Country, wanted.Country),
            EmailHash = Differing(current.EmailHash, wanted.EmailHash),
            EntityType = Differing(current.EntityType, wanted.EntityType),
            NameHash = Differing(current.NameHash, wanted.NameHash),
            OnboardedAt = Differing(current.OnboardedAt, wanted.OnboardedAt),
            ReferenceId = Differing(current.ReferenceId, wanted.ReferenceId),
        };

    private static T? Differing<T>(T? current, T? wanted) =>
        FieldTexts.Of(current) == FieldTexts.Of(wanted) ? default : wanted;
}
