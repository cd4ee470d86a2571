using System.Text.Json;
using FluentProfiles.Json.Pages;
using FluentProfiles.Json.Values;

namespace FluentProfiles.Json.Objects;

/// <summary>Members that the model does not know, as an object of their own.</summary>
internal sealed class AdditionalPropertiesCodec : ValueCodec<AdditionalProperties>
{
    public override AdditionalProperties Read(ref Utf8JsonReader reader, ReadContext context)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Unexpected(ref reader, "An object");
        Dictionary<string, JsonElement>? members = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Keep(ref reader, ref members);
            JsonBounds.ThrowIfOver(members!.Count, "members");
        }
        return members is null ? AdditionalProperties.Empty : new(members);
    }

    public override void Write(Utf8JsonWriter writer, AdditionalProperties value, bool withNulls)
    {
        writer.WriteStartObject();
        foreach (var (name, member) in value)
            WriteMember(writer, name, member);
        writer.WriteEndObject();
    }

    /// <summary>Keeps the member whose name the reader stands on.</summary>
    public static void Keep(ref Utf8JsonReader reader, ref Dictionary<string, JsonElement>? members)
    {
        var name = JsonText.Of(ref reader);
        reader.Read();
        (members ??= [])[name] = JsonElement.ParseValue(ref reader);
    }

    // As it was read: an element with half a surrogate pair can't write itself.
    public static void WriteMember(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
    }
}
