using System.Text.Json;

namespace FluentProfiles.Emulator.Controls;

/// <summary>What only the buckets have.</summary>
internal sealed class StorageTexts : IControlTexts<Bucket>
{
    public string Regions => "buckets";

    public string Retired => "retired_buckets";

    public string Effective => "effective_bucket";

    public void WriteConfigured(Utf8JsonWriter json, RegionSetting<Bucket> setting)
    {
        var isConfirmed = setting.ValidatedAt is not null;
        json.WriteStartObject();
        WriteMembers(json, setting.Configured);
        json.WriteString("project_id", isConfirmed ? $"project-{setting.Configured.ProjectNumber}" : null);
        json.WriteString("location", isConfirmed ? "US" : null);
        json.WriteNull("kms_key_name");
        json.WriteEndObject();
    }

    public void WriteEffective(Utf8JsonWriter json, Bucket item)
    {
        json.WriteStartObject();
        WriteMembers(json, item);
        json.WriteEndObject();
    }

    public void WriteRetired(Utf8JsonWriter json, Bucket item) => WriteMembers(json, item);

    public void WriteChecks(Utf8JsonWriter json, RegionSetting<Bucket> setting)
    {
        json.WriteStartArray("failed_checks");
        json.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter json, Bucket bucket)
    {
        json.WriteString("bucket_name", bucket.Name);
        json.WriteString("project_number", bucket.ProjectNumber);
    }
}
