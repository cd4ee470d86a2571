using System.Reflection;
using System.Text.Json;

namespace FluentProfiles.Emulator.Rendering;

/// <summary>Makes the writer of a value from its type. A type that the model does not use yet fails at the start, loudly.</summary>
internal static class ValueWriter
{
    public static bool IsMap(Type type) => IsOf(type, typeof(ProfileMap<>));

    public static Action<Utf8JsonWriter, T> Of<T>(ProfileView view) =>
        (Action<Utf8JsonWriter, T>)(Simple(typeof(T)) ?? Composed(typeof(T), view));

    private static Delegate? Simple(Type type)
    {
        if (type == typeof(string))
            return (Utf8JsonWriter json, string? text) => json.WriteStringValue(text);
        if (type == typeof(bool))
            return (Utf8JsonWriter json, bool value) => json.WriteBooleanValue(value);
        if (type == typeof(int))
            return (Utf8JsonWriter json, int value) => json.WriteNumberValue(value);
        if (type == typeof(DateTimeOffset))
            return (Utf8JsonWriter json, DateTimeOffset moment) => Timestamps.Write(json, moment);
        return type == typeof(DateTimeOffset?) ? OptionalMoment : null;
    }

    private static void OptionalMoment(Utf8JsonWriter json, DateTimeOffset? moment)
    {
        if (moment is { } given)
            Timestamps.Write(json, given);
        else
            json.WriteNullValue();
    }

    private static Delegate Composed(Type type, ProfileView view)
    {
        if (IsMap(type))
            return Make(nameof(Map), type.GenericTypeArguments[0], view);
        if (IsOf(type, typeof(IReadOnlyList<>)))
            return Make(nameof(List), type.GenericTypeArguments[0], view);
        if (type.IsClass)
            return Make(nameof(Nested), type, view);
        if (type.GetNestedType(nameof(EnforcementStatus.Values)) is not null)
            return Make(nameof(Enumerated), type, view);
        throw new NotSupportedException($"The emulator can't write a value of {type}.");
    }

    private static Delegate Make(string method, Type type, ProfileView view) =>
        (Delegate)
            typeof(ValueWriter)
                .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type)
                .Invoke(null, [view])!;

    private static Action<Utf8JsonWriter, T> Enumerated<T>(ProfileView _)
        where T : struct =>
        (json, value) =>
        {
            var text = value.ToString();
            json.WriteStringValue(string.IsNullOrEmpty(text) ? null : text);
        };

    private static Action<Utf8JsonWriter, T> Nested<T>(ProfileView view)
        where T : class => new ObjectWriter<T>(view).Write;

    private static Action<Utf8JsonWriter, IReadOnlyList<T>> List<T>(ProfileView view)
    {
        var write = Of<T>(view);
        return (json, values) =>
        {
            json.WriteStartArray();
            foreach (var value in values)
                write(json, value);
            json.WriteEndArray();
        };
    }

    private static Action<Utf8JsonWriter, ProfileMap<T>> Map<T>(ProfileView view)
        where T : class
    {
        var write = Of<T>(view);
        return (json, pairs) =>
        {
            json.WriteStartObject();
            foreach (var (name, value) in pairs)
            {
                json.WritePropertyName(name);
                write(json, value);
            }
            json.WriteEndObject();
        };
    }

    private static bool IsOf(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
