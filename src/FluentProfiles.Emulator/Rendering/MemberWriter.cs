using System.Reflection;
using System.Text.Json;

namespace FluentProfiles.Emulator.Rendering;

/// <summary>Makes the writer of one member.</summary>
internal static class MemberWriter
{
    public static Action<Utf8JsonWriter, T> Of<T>(PropertyInfo property, ProfileFieldAttribute field, ProfileView view)
        where T : class
    {
        var name = JsonEncodedText.Encode(field.JsonName);
        if (field.OnlyByGet && !view.Whole)
            return Unreported<T>(name, ValueWriter.IsMap(property.PropertyType));
        return (Action<Utf8JsonWriter, T>)
            typeof(MemberWriter)
                .GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(typeof(T), property.PropertyType)
                .Invoke(null, [property, name, view])!;
    }

    private static Action<Utf8JsonWriter, T> Unreported<T>(JsonEncodedText name, bool map)
    {
        if (!map)
            return (json, _) => json.WriteNull(name);
        return (json, _) =>
        {
            json.WriteStartObject(name);
            json.WriteEndObject();
        };
    }

    private static Action<Utf8JsonWriter, T> Typed<T, TValue>(
        PropertyInfo property,
        JsonEncodedText name,
        ProfileView view
    )
    {
        var get = property.GetMethod!.CreateDelegate<Func<T, TValue>>();
        var write = ValueWriter.Of<TValue>(view);
        return (json, owner) =>
        {
            json.WritePropertyName(name);
            write(json, get(owner));
        };
    }
}
