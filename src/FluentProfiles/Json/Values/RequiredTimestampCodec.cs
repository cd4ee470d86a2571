using System.Text.Json;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Json.Values;

/// <summary>An RFC 3339 timestamp that must not be null: a null leaves the default value.</summary>
internal sealed class RequiredTimestampCodec(TimestampCodec timestamp) : ValueCodec<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, ReadContext context) =>
        timestamp.Read(ref reader, context) ?? default;

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, bool withNulls) =>
        timestamp.Write(writer, value, withNulls);
}
