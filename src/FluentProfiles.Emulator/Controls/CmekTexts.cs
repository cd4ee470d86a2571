using System.Text.Json;

namespace FluentProfiles.Emulator.Controls;

/// <summary>What only the encryption keys have.</summary>
internal sealed class CmekTexts : IControlTexts<string>
{
    public string Regions => "external_key_ids";

    public string Retired => "retired_keys";

    public string Effective => "effective_external_key_id";

    public void WriteConfigured(Utf8JsonWriter json, RegionSetting<string> setting) =>
        json.WriteStringValue(setting.Configured);

    public void WriteEffective(Utf8JsonWriter json, string item) => json.WriteStringValue(item);

    public void WriteRetired(Utf8JsonWriter json, string item) => json.WriteString("external_key_id", item);

    public void WriteChecks(Utf8JsonWriter json, RegionSetting<string> setting)
    {
        json.WriteNull("error");
        if (setting.ValidatedAt is { } validated)
            ControlsWriter.Write(json, "last_checked_at", validated);
    }
}
