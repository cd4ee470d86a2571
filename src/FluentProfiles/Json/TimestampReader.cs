using System.Text.Json;

namespace FluentProfiles.Json;

/// <summary>An RFC 3339 timestamp or null.</summary>
internal sealed class TimestampReader : ValueReader<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, ReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time))
            return time;
        throw Unexpected(ref reader, "An RFC 3339 timestamp or null");
    }
}
