using System.Text.Json;
using System.Text.Unicode;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;

namespace FluentProfiles;

/// <summary>Reads an event from a body whose signature matches. The envelope and <c>data.type</c> must be as the service documents
/// them; of the rest only what the known types promise, so that events of other features pass.</summary>
internal static class WebhookEventReader
{
    /// <exception cref="WebhookVerificationException">The body is no event.</exception>
    public static WebhookEvent Read(ReadOnlySpan<byte> body)
    {
        try
        {
            body = body[Utf8Body.MarkLength(body)..];
            var raw = Parse(body);
            var repaired = JsonText.Repaired(body);
            // The raw event keeps the escapes that are no text.
            return EventOf(repaired == body ? raw : Parse(repaired), raw);
        }
        catch (JsonException cause)
        {
            throw new WebhookVerificationException(
                WebhookVerificationReason.InvalidEvent,
                $"body: it is signed, but is not an event: {cause.Message}",
                cause
            );
        }
    }

    private static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        // The parser looks into a text only when that is asked for.
        if (!Utf8.IsValid(body))
            throw new JsonException("It is not valid UTF-8.");
        Utf8JsonReader reader = new(body);
        reader.Read();
        var root = JsonElement.ParseValue(ref reader);
        Envelope.ExpectEnd(ref reader);
        return root;
    }

    private static WebhookEvent EventOf(JsonElement root, JsonElement raw)
    {
        EventMembers envelope = new(root, "the body");
        if (envelope.RequiredText("type") != "event")
            throw new JsonException("\"type\" is not \"event\".");
        EventMembers data = new(envelope.Required("data"), "\"data\"");
        WebhookEventType type = data.RequiredText("type");
        return new()
        {
            Id = envelope.RequiredText("id"),
            CreatedAt = envelope.RequiredTimestamp("created_at"),
            Type = type,
            ProfileId = ProfileIdOf(type, data),
            OrganizationId = data.OptionalId("organization_id"),
            EnforcementActionId = data.OptionalId("enforcement_action_id"),
            Raw = raw,
        };
    }

    // The service documents data.id of the known types as a profile's id, whatever it looks like. A new type may be about
    // something else that belongs to profiles.
    private static string? ProfileIdOf(WebhookEventType type, EventMembers data)
    {
        if (type.IsKnown)
            return data.RequiredText("id");
        return
            type.ToString().StartsWith("user_profile.", StringComparison.Ordinal)
            && data.OptionalId("id") is { } id
            && id.StartsWith("uprof_", StringComparison.Ordinal)
            ? id
            : null;
    }
}
