using System.Text.Json;
using FluentProfiles.Emulator.Rendering;
using FluentProfiles.Emulator.Writes;

namespace FluentProfiles.Emulator.Protocol;

/// <summary>The URLs that a platform hands to its customer.</summary>
internal static class CustomerUrl
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>The type of the object that an address answers with.</summary>
    public static string TypeOf(string part, RequestContext context)
    {
        switch (part)
        {
            case "action_urls":
                ThrowIfNoAction(BodyReader.ObjectOf(context.Request.Body));
                return "user_profile_action_url";
            // Not generally available: without a beta there is no such address.
            case "enrollment_url" when context.Revision != ApiRevision.Current:
                return "enrollment_url";
            default:
                throw ServiceError.NotFound("There is nothing at this address.");
        }
    }

    public static EmulatorResponse Answer(RequestContext context, string type, DateTimeOffset now) =>
        Protocol.Answer.Of(
            200,
            context.RequestId,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("type", type);
                json.WriteString("url", $"https://platform.claude.com/user-profiles/{context.RequestId[4..]}");
                json.WritePropertyName("expires_at");
                Timestamps.Write(json, now + Lifetime);
                json.WriteEndObject();
            }
        );

    private static void ThrowIfNoAction(JsonElement body)
    {
        if (!body.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object)
            throw ServiceError.Invalid("action: an object is required");
        if (!action.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
            throw ServiceError.Invalid("action.type: a string is required");
        if (!type.ValueEquals("enroll_end_user"))
            throw ServiceError.Invalid("action.type: must be `enroll_end_user`");
        BodyReader.ThrowIfUnknown(body, "", "action");
        BodyReader.ThrowIfUnknown(action, "action.", "type");
    }
}
