using System.ComponentModel;
using System.Globalization;

namespace FluentProfiles.Model.Values;

/// <summary>Converts texts to an extensible enum, for configuration binding and MVC.</summary>
internal sealed class ExtensibleEnumTypeConverter<TValue> : TypeConverter
    where TValue : struct, IParsable<TValue>
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? TValue.Parse(text, culture) : base.ConvertFrom(context, culture, value);
}
