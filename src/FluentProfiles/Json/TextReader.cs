using System.Text.Json;

namespace FluentProfiles.Json;

/// <summary>A string of its own, or null.</summary>
internal sealed class TextReader : ValueReader<string?>
{
    public override string? Read(ref Utf8JsonReader reader, ReadContext context) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.Null
            ? reader.GetString()
            : throw Unexpected(ref reader, "A string or null");
}
