using System.Text.Json;

namespace FluentProfiles.Emulator.Controls;

/// <summary>Writes one control.</summary>
internal sealed class ControlWriter<T>(Utf8JsonWriter json, IControlTexts<T> texts)
    where T : class
{
    public void Write(Control<T> control, bool isApproved)
    {
        json.WriteStartObject();
        json.WriteString("type", control.IsOn ? "enabled" : "disabled");
        if (control.IsOn)
            WriteRegions(control, isApproved);
        json.WriteStartArray(texts.Retired);
        foreach (var retired in control.Retired)
            Write(retired);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteRegions(Control<T> control, bool isApproved)
    {
        json.WriteStartObject(texts.Regions);
        foreach (var (region, setting) in control.Regions)
        {
            json.WritePropertyName(region);
            texts.WriteConfigured(json, setting);
        }
        json.WriteEndObject();
        json.WriteStartObject("status");
        foreach (var region in ControlRegions.All)
        {
            json.WriteStartObject(region);
            WriteStatus(control.Regions.GetValueOrDefault(region), isApproved);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void WriteStatus(RegionSetting<T>? setting, bool isApproved)
    {
        json.WriteString(
            "type",
            setting is null ? "not_configured"
                : !isApproved ? "suspended"
                : setting.ValidatedAt is null ? "pending"
                : "active"
        );
        json.WritePropertyName(texts.Effective);
        if (setting?.Effective is { } effective && isApproved)
            texts.WriteEffective(json, effective);
        else
            json.WriteNullValue();
        if (setting is null || !isApproved)
            return;
        texts.WriteChecks(json, setting);
        if (setting.ValidatedAt is { } validated)
            ControlsWriter.Write(json, "validated_at", validated);
    }

    private void Write(Retired<T> retired)
    {
        json.WriteStartObject();
        texts.WriteRetired(json, retired.Item);
        json.WriteString("region", retired.Region);
        ControlsWriter.Write(json, "expires_at", retired.ExpiresAt);
        json.WriteEndObject();
    }
}
