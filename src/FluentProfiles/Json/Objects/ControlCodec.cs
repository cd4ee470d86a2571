using System.Text.Json;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Json.Objects;

/// <summary>A data control, or null: the member <c>type</c>, wherever it stands, says of which kind it is.</summary>
internal sealed class ControlCodec<T, TDisabled, TEnabled, TUnknown>(
    ObjectCodec<TDisabled> disabled,
    ObjectCodec<TEnabled> enabled,
    ObjectCodec<TUnknown> unknown
) : ValueCodec<T?>
    where T : class
    where TDisabled : class, T
    where TEnabled : class, T
    where TUnknown : class, T
{
    public override T? Read(ref Utf8JsonReader reader, ReadContext context) =>
        TypeOf(reader) switch
        {
            DataControlType.Values.Disabled => disabled.Read(ref reader, context),
            DataControlType.Values.Enabled => enabled.Read(ref reader, context),
            _ => unknown.Read(ref reader, context),
        };

    public override void Write(Utf8JsonWriter writer, T? value, bool withNulls)
    {
        switch (value)
        {
            case TDisabled off:
                disabled.Write(writer, off, withNulls);
                break;
            case TEnabled on:
                enabled.Write(writer, on, withNulls);
                break;
            default:
                unknown.Write(writer, (TUnknown?)value, withNulls);
                break;
        }
    }

    /// <param name="reader">A copy, which runs ahead.</param>
    private static string? TypeOf(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = JsonText.Is(ref reader, "type"u8);
            reader.Read();
            if (isType)
                return reader.TokenType == JsonTokenType.String ? JsonText.Of(ref reader) : null;
            JsonSkip.Value(ref reader);
        }
        return null;
    }
}
