using System.Text.Json;
using System.Text.RegularExpressions;

namespace Probe.Wire;

/// <summary>An answer of the service.</summary>
internal sealed partial record Reply(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>Gets the type of an error, or null.</summary>
    public string? ErrorType =>
        Status >= 400
        && TryParse() is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty("error", out var error)
        && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("type", out var type)
        && type.ValueKind == JsonValueKind.String
            ? type.GetString()
            : null;

    /// <summary>Gets the status with the type of the error: what a report may show of an answer.</summary>
    public string Summary => ErrorType is { } type && ErrorWord().IsMatch(type) ? $"{Status} {type}" : $"{Status}";

    public bool IsAbsent => Status == 404 && ErrorType == "not_found_error";

    /// <exception cref="UncheckedException">The answer is no success, or no object.</exception>
    public JsonElement Json()
    {
        if (Status is < 200 or > 299)
            throw new UncheckedException($"the service answered {Summary}");
        return TryParse() is { ValueKind: JsonValueKind.Object } body
            ? body
            : throw new UncheckedException("the answer is no JSON object");
    }

    /// <exception cref="UncheckedException">The answer is no profile.</exception>
    public Sight Profile() => new(Json());

    /// <exception cref="UncheckedException">The answer is no page.</exception>
    public SightPage Page()
    {
        var body = Json();
        if (
            !body.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Array
            || data.EnumerateArray().Any(profile => profile.ValueKind != JsonValueKind.Object)
        )
            throw new UncheckedException("the answer is no page of profiles");
        return new([.. data.EnumerateArray().Select(profile => new Sight(profile))], Next(body));
    }

    private static string? Next(JsonElement page) =>
        !page.TryGetProperty("next_page", out var cursor) || cursor.ValueKind == JsonValueKind.Null ? null
        : cursor.ValueKind == JsonValueKind.String ? cursor.GetString()
        : throw new UncheckedException("next_page is no text");

    // A gateway may answer with anything; only a word gets into a report.
    [GeneratedRegex("^[a-z_]{1,40}$")]
    private static partial Regex ErrorWord();

    private JsonElement? TryParse()
    {
        try
        {
            var reader = new Utf8JsonReader(Body.Span);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
