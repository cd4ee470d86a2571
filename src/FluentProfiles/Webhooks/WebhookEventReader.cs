using System.Text.Json;
using System.Text.Unicode;
using FluentProfiles.Json;

namespace FluentProfiles;

/// <summary>Reads an event from a body whose signature matches. The envelope and <c>data.type</c> must be as the service documents
/// them; of the rest only what the known types promise, so that events of other features pass.</summary>
internal static class WebhookEventReader
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="WebhookVerificationException">The body is no event.</exception>
    public static WebhookEvent Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return EventOf(Parse(body));
        }
        // InvalidOperationException: an escaped half of a surrogate pair, which the parser passes.
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            throw new WebhookVerificationException(
                WebhookVerificationReason.InvalidEvent,
                $"body: it is signed, but is no event: {cause.Message}",
                cause
            );
        }
    }

    private static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];
        // The parser looks into a text only when that is asked for.
        if (!Utf8.IsValid(body))
            throw new JsonException("It is not valid UTF-8.");
        Utf8JsonReader reader = new(body);
        reader.Read();
        var root = JsonElement.ParseValue(ref reader);
        Envelope.ExpectEnd(ref reader);
        return root;
    }

    private static WebhookEvent EventOf(JsonElement root)
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
            OrganizationId = data.OptionalText("organization_id"),
            EnforcementActionId = data.OptionalText("enforcement_action_id"),
            Raw = root,
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
            && data.OptionalText("id") is { } id
            && id.StartsWith("uprof_", StringComparison.Ordinal)
            ? id
            : null;
    }
}
