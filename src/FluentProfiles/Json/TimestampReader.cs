using System.Text.Json;

namespace FluentProfiles.Json;

/// <summary>An RFC 3339 timestamp or null.</summary>
internal sealed class TimestampReader : ValueReader<DateTimeOffset?>
{
    private const string Wanted = "An RFC 3339 timestamp or null";

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, ReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            throw Unexpected(ref reader, Wanted);
        if (!reader.ValueIsEscaped && UtcTimestamp.TryParse(reader.ValueSpan, out var time))
            return time;
        if (reader.TryGetDateTimeOffset(out time))
            return time;
        throw Unexpected(ref reader, Wanted);
    }
}
