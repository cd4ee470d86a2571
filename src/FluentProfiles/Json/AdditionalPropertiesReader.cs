using System.Text.Json;
using FluentProfiles.Model;

namespace FluentProfiles.Json;

/// <summary>Keeps the members of an object that the model does not know.</summary>
internal sealed class AdditionalPropertiesReader<TOwner>(ProfileField field)
{
    public FieldMask Mask { get; } = field.Mask;

    public Action<TOwner, AdditionalProperties> Set { get; } =
        field.Property.SetMethod!.CreateDelegate<Action<TOwner, AdditionalProperties>>();

    public static void Keep(ref Utf8JsonReader reader, ref Dictionary<string, JsonElement>? members)
    {
        var name = JsonText.Of(ref reader);
        reader.Read();
        (members ??= [])[name] = JsonElement.ParseValue(ref reader);
    }
}
