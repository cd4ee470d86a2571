using System.Text.Json;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>The profile that a row wants, as the JSON of its create: a fifth of the object's size.</summary>
internal static class WantedProfile
{
    public static NewProfile Read(byte[] json)
    {
        var profile = JsonSerializer.Deserialize(json, SyncJson.Default.UserProfile)!;
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

    public static byte[] Write(NewProfile profile) => WriteBody.Of(ProfileWrite.Of(profile)).ToArray();
}
