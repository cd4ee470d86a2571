using System.Text.Json;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Http.Failures;

/// <summary>The service's own words in the body of a refusal; null for what is missing.</summary>
internal readonly record struct ApiErrorBody(string? Type, string? Message, string? Code, string? RequestId)
{
    /// <summary>True when the body has the form that the service writes, so that it does not come from a proxy.</summary>
    public bool IsEnvelope { get; private init; }

    /// <summary>Reads a body. One that is no JSON has no words of the service.</summary>
    public static ApiErrorBody Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return ReadJson(body.Span);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static ApiErrorBody ReadJson(ReadOnlySpan<byte> body)
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

    /// <summary>Returns the body with clean texts, which an exception may show.</summary>
    public ApiErrorBody CleanedBy(UntrustedText texts) =>
        new(Cleaned(Type, texts), Cleaned(Message, texts), Cleaned(Code, texts), Cleaned(RequestId, texts))
        {
            IsEnvelope = IsEnvelope,
        };

    private static string? Cleaned(string? text, UntrustedText texts) => text is null ? null : texts.Clean(text);

    private static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
