using System.Text.Json;
using FluentProfiles.Writing.Single;
using FluentProfiles.Writing.Sync.Saving;

namespace FluentProfiles.Writing.Sync.Planning;

/// <summary>The profile that a row wants, as the JSON of its create: a fifth of the object's size.</summary>
internal static class WantedProfile
{
    public static NewProfile Read(byte[] json) =>
        NewProfile.From(JsonSerializer.Deserialize(json, SyncJson.Default.UserProfile)!);

    public static byte[] Write(NewProfile profile) => WriteBody.Of(ProfileWrite.Of(profile)).ToArray();
}
