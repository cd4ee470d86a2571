using System.Text.Json;
using FluentProfiles.Emulator.Facts;

namespace FluentProfiles.Emulator.Rendering;

/// <summary>Writes objects of one type of the model: the members that its attributes name for a view, each always, then
/// the members that the model does not know. Put together once by reflection; writing uses none.</summary>
internal sealed class ObjectWriter<T>
    where T : class
{
    private readonly Action<Utf8JsonWriter, T>[] members;
    private readonly Func<T, AdditionalProperties> additional;

    public ObjectWriter(ProfileView view)
    {
        members =
        [
            .. ProfileFields
                .Of(typeof(T))
                .Where(pair => pair.Field.IsServedBy(view.Revision))
                .Select(pair => MemberWriter.Of<T>(pair.Property, pair.Field, view)),
        ];
        additional = typeof(T)
            .GetProperty(nameof(UserProfile.AdditionalProperties))!
            .GetMethod!.CreateDelegate<Func<T, AdditionalProperties>>();
    }

    public void Write(Utf8JsonWriter json, T? value)
    {
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        foreach (var member in members)
            member(json, value);
        if (additional(value) is { Count: > 0 } unknown)
            WriteUnknown(json, unknown);
        json.WriteEndObject();
    }

    private static void WriteUnknown(Utf8JsonWriter json, AdditionalProperties unknown)
    {
        foreach (var (name, value) in unknown)
        {
            json.WritePropertyName(name);
            // As it was given: an element with half a surrogate pair can't write itself.
            json.WriteRawValue(value.GetRawText(), skipInputValidation: true);
        }
    }
}
