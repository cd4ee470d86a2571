using FluentProfiles.Emulator.Facts;

namespace FluentProfiles.Emulator.Writes;

/// <summary>The fields that a client may write. Their names, and the revisions that have them, come from the model.</summary>
internal static class WritableFields
{
    private static readonly HashSet<string> OfProfile =
    [
        nameof(UserProfile.Name),
        nameof(UserProfile.Metadata),
        nameof(UserProfile.ExternalId),
        nameof(UserProfile.Relationship),
        nameof(UserProfile.AccessType),
        nameof(UserProfile.ExternalUserOnboardedAt),
        nameof(UserProfile.ExternalUserDetails),
    ];

    /// <summary>The writable field with a JSON name, or null. Whatever the platform states of its customer, it may
    /// write.</summary>
    public static (string Property, ProfileFieldAttribute Field)? Find<T>(string jsonName)
    {
        foreach (var (property, field) in ProfileFields.Of(typeof(T)))
        {
            if (field.JsonName == jsonName && (typeof(T) != typeof(UserProfile) || OfProfile.Contains(property.Name)))
                return (property.Name, field);
        }
        return null;
    }
}
