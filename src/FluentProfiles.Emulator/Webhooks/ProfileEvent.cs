using System.Text.Encodings.Web;
using System.Text.Json;
using FluentProfiles.Emulator.Rendering;

namespace FluentProfiles.Emulator.Webhooks;

/// <summary>Something that happened to a profile.</summary>
internal sealed record ProfileEvent(WebhookEventType Type, string ProfileId, string? EnforcementActionId = null)
{
    private const string OrganizationId = "00000000-0000-4000-8000-000000000001";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of the webhook.</summary>
    public byte[] ToJson(string id, DateTimeOffset now)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter json = new(body, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "event");
            json.WriteString("id", id);
            json.WritePropertyName("created_at");
            Timestamps.Write(json, now);
            json.WriteStartObject("data");
            WriteData(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return body.ToArray();
    }

    private void WriteData(Utf8JsonWriter json)
    {
        json.WriteString("type", Type.ToString());
        json.WriteString("id", ProfileId);
        json.WriteString("organization_id", OrganizationId);
        if (EnforcementActionId is { } action)
            json.WriteString("enforcement_action_id", action);
    }
}
