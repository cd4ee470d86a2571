using System.Text.Json;
using FluentProfiles.Emulator.Protocol;

namespace FluentProfiles.Emulator.Writes;

/// <summary>Reads JSON bodies, and says what is wrong with them as the service does: by the member's path.</summary>
internal static class BodyReader
{
    public static JsonElement ObjectOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            ThrowIfHalfCharacter(document.RootElement);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document.RootElement.Clone();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw ServiceError.Invalid("The body is not valid JSON.");
        }
        throw ServiceError.Invalid("The body must be a JSON object.");
    }

    public static void ThrowIfUnknown(JsonElement given, string path, params ReadOnlySpan<string> known)
    {
        foreach (var member in given.EnumerateObject())
        {
            if (!known.Contains(member.Name))
                throw ServiceError.Invalid($"{path}{member.Name}: not permitted here");
        }
    }

    /// <summary>A text whose length, in characters, is within bounds.</summary>
    public static string Text(JsonElement value, string path, int min, int max)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw ServiceError.Invalid($"{path}: must be a string");
        var text = value.GetString()!;
        var length = text.EnumerateRunes().Count();
        if (length >= min && length <= max)
            return text;
        throw ServiceError.Invalid($"{path}: must have {(min == 0 ? "at most" : $"{min} to")} {max} characters");
    }

    // An escaped half of a surrogate pair passes the parser and throws only when its text is asked for.
    private static void ThrowIfHalfCharacter(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
            _ = element.GetString();
        else if (element.ValueKind == JsonValueKind.Array)
            element.EnumerateArray().ToList().ForEach(ThrowIfHalfCharacter);
        else if (element.ValueKind == JsonValueKind.Object)
            element.EnumerateObject().ToList().ForEach(ThrowIfHalfCharacter);
    }

    private static void ThrowIfHalfCharacter(JsonProperty member)
    {
        _ = member.Name;
        ThrowIfHalfCharacter(member.Value);
    }
}
