using System.Text.Json;
using FluentProfiles.Emulator.Rendering;

namespace FluentProfiles.Emulator.Controls;

/// <summary>Writes data controls.</summary>
internal static class ControlsWriter
{
    public static void Write(Utf8JsonWriter json, string profileId, ProfileControls controls)
    {
        json.WriteStartObject();
        json.WriteString("type", "google_managed_data_controls");
        json.WriteString("user_profile_id", profileId);
        json.WriteString("bucket_label_value", BucketLabel.Of(profileId));
        Write(json, "updated_at", controls.UpdatedAt);
        json.WritePropertyName("cmek");
        new ControlWriter<string>(json, new CmekTexts()).Write(controls.Cmek, controls.IsCmekApproved);
        json.WritePropertyName("storage");
        new ControlWriter<Bucket>(json, new StorageTexts()).Write(controls.Storage, controls.IsStorageApproved);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, string name, DateTimeOffset moment)
    {
        json.WritePropertyName(name);
        Timestamps.Write(json, moment);
    }
}
