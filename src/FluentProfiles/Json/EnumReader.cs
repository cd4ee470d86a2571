using System.Text.Json;

namespace FluentProfiles.Json;

/// <summary>An extensible enum: any string, or null for the default value.</summary>
internal sealed class EnumReader<TEnum>(RecurringTextReader text, Func<string?, TEnum> create) : ValueReader<TEnum>
    where TEnum : struct
{
    public override TEnum Read(ref Utf8JsonReader reader, ReadContext context) =>
        create(text.Read(ref reader, context));
}
