using System.Text;
using System.Text.Json;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Json.Values;

/// <summary>An RFC 3339 timestamp or null.</summary>
internal sealed class TimestampCodec : ValueCodec<DateTimeOffset?>
{
    private const string Wanted = "An RFC 3339 timestamp (2026-10-31T23:54:20Z) or null";

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, ReadContext context)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.String)
            throw Unexpected(ref reader, Wanted);
        var text =
            reader.ValueIsEscaped || reader.HasValueSequence
                ? Encoding.UTF8.GetBytes(JsonText.Of(ref reader))
                : reader.ValueSpan;
        return Rfc3339.TryParse(text, out var time)
            ? time
            : throw new JsonException(
                $"{Wanted} was expected where the JSON has another string, or the year is not 1 to 9999."
            );
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, bool withNulls)
    {
        if (value is not { } time)
            writer.WriteNullValue();
        // As the service writes it, with a Z.
        else if (time.Offset == TimeSpan.Zero)
            writer.WriteStringValue(time.UtcDateTime);
        else
            writer.WriteStringValue(time);
    }
}
