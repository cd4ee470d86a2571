using System.Text.Json;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Json.Values;

/// <summary>An extensible enum: any string, or null for the default value.</summary>
internal sealed class EnumCodec<TEnum>(RecurringTextCodec text, Func<string?, TEnum> create) : ValueCodec<TEnum>
    where TEnum : struct
{
    public override TEnum Read(ref Utf8JsonReader reader, ReadContext context) =>
        create(text.Read(ref reader, context));

    public override void Write(Utf8JsonWriter writer, TEnum value, bool withNulls) =>
        writer.WriteStringValue(TextOf(value));

    public override bool IsNull(TEnum value) => TextOf(value) is null;

    private static string? TextOf(TEnum value) => value.ToString() is { Length: > 0 } text ? text : null;
}
