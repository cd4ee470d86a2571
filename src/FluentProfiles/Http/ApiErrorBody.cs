using System.Text.Json;
using FluentProfiles.Json;

namespace FluentProfiles.Http;

/// <summary>The service's own words in the body of a refusal; null for what is missing.</summary>
internal readonly record struct ApiErrorBody(string? Type, string? Message, string? Code, string? RequestId)
{
    private const int LongestText = 1000;

    /// <summary>Whether the body is as the service writes it, and not the like of it from something in between.</summary>
    public bool IsEnvelope { get; private init; }

    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static ApiErrorBody Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(JsonText.Repaired(body));
        var root = JsonElement.ParseValue(ref reader);
        Envelope.ExpectEnd(ref reader);
        var error = Member(root, "error");
        return new(
            Text(error, "type"),
            Text(error, "message"),
            Text(Member(error, "details"), "error_code"),
            Text(root, "request_id")
        )
        {
            IsEnvelope = Text(root, "type") == "error",
        };
    }

    /// <summary>The same as an exception may show it: whoever wrote it, it is of bounded length, has no control characters, which
    /// could forge lines of a log, and does not quote the key.</summary>
    public ApiErrorBody Printable(string key) =>
        new(Printable(Type, key), Printable(Message, key), Printable(Code, key), Printable(RequestId, key))
        {
            IsEnvelope = IsEnvelope,
        };

    private static string? Printable(string? text, string key)
    {
        if (text is null)
            return null;
        var shown = Credentials.Remove(key, text);
        shown = shown.Length > LongestText ? shown[..LongestText] + "…" : shown;
        return string.Create(
            shown.Length,
            shown,
            static (target, source) =>
            {
                for (var i = 0; i < target.Length; i++)
                    target[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        );
    }

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
