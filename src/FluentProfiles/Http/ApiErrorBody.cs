using System.Text.Json;

namespace FluentProfiles.Http;

/// <summary>The service's own words in the body of a refusal; null for what is missing.</summary>
internal readonly record struct ApiErrorBody(string? Type, string? Message, string? Code, string? RequestId)
{
    /// <exception cref="JsonException">The body is no JSON.</exception>
    /// <exception cref="InvalidOperationException">A text in it is none.</exception>
    public static ApiErrorBody Read(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        var root = JsonElement.ParseValue(ref reader);
        var error = Member(root, "error");
        return new(
            Text(error, "type"),
            Text(error, "message"),
            Text(Member(error, "details"), "error_code"),
            Text(root, "request_id")
        );
    }

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
