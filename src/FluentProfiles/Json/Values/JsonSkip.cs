using System.Text.Json;

namespace FluentProfiles.Json.Values;

/// <summary>Skips JSON that is not needed.</summary>
internal static class JsonSkip
{
    /// <summary>Skips the reader's value, or the value of the property whose name it is at.</summary>
    /// <remarks>The value must be there whole, as the framework's serializer sees to. <see cref="Utf8JsonReader.Skip"/> throws where
    /// the JSON comes from a stream, whose end the reader does not know.</remarks>
    public static void Value(ref Utf8JsonReader reader) => reader.TrySkip();
}
