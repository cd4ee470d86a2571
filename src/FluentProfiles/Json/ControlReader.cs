using System.Text.Json;

namespace FluentProfiles.Json;

/// <summary>A data control, or null: the member <c>type</c>, wherever it stands, says of which kind it is.</summary>
internal sealed class ControlReader<T, TDisabled, TEnabled, TUnknown>(
    ObjectReader<TDisabled> disabled,
    ObjectReader<TEnabled> enabled,
    ObjectReader<TUnknown> unknown
) : ValueReader<T?>
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
            reader.Skip();
        }
        return null;
    }
}
