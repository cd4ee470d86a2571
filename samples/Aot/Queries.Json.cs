using System.Text.Json;
using System.Text.Json.Serialization;
using FluentProfiles;

namespace Aot;

// Profiles as JSON, by generated metadata.
internal static partial class Queries
{
    private static async Task<string> Json()
    {
        var id = await Client.Query().Select(p => p.Id).FirstAsync();
        var profile = await Client.GetAsync(id);
        var controls = await Client.DataControls.GetAsync(id);

        var json = JsonSerializer.Serialize(profile, ProfileJson.Default.UserProfile);
        var again = JsonSerializer.Deserialize(json, ProfileJson.Default.UserProfile)!;
        var controlsJson = JsonSerializer.Serialize(controls, ProfileJson.Default.DataControls);
        var controlsAgain = JsonSerializer.Deserialize(controlsJson, ProfileJson.Default.DataControls)!;

        var isEqual = JsonSerializer.Serialize(again, ProfileJson.Default.UserProfile) == json;
        return $"{again.Id} equal: {isEqual}, country {again.ExternalUserDetails.Country}, CMEK {controlsAgain.Cmek.Type}";
    }

    [JsonSerializable(typeof(UserProfile))]
    [JsonSerializable(typeof(DataControls))]
    private sealed partial class ProfileJson : JsonSerializerContext;
}
