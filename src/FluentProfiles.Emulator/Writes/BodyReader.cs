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
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw ServiceError.Invalid("The body is no valid JSON.");
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
}
