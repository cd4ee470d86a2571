using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FluentProfiles.ModelFacts;

/// <summary>Reads the members of the model's types from their attributes; a property without one has its own name in snake
/// case.</summary>
internal sealed class TypeReader
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, MemberFacts>> types = [];

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, MemberFacts>> Read => types;

    /// <summary>The name under which a type's members are in <see cref="Read"/>.</summary>
    public string NameOf(Type type) =>
        NameOf(
            type.Name,
            type == typeof(NewProfile) || type == typeof(ProfileChanges) ? FieldsOf(type) : PropertiesOf(type)
        );

    public string NameOf(string name, IReadOnlyDictionary<string, MemberFacts> members)
    {
        types[name] = members;
        return name;
    }

    public static IReadOnlyList<string>? ValuesOf(Type type) =>
        type.GetNestedType("Values") is { } values
            ?
            [
                .. values
                    .GetFields(BindingFlags.Public | BindingFlags.Static)
                    .Where(field => field.IsLiteral)
                    .Select(field => (string)field.GetRawConstantValue()!)
                    .Order(StringComparer.Ordinal),
            ]
            : null;

    private string NameOf(string name, IEnumerable<PropertyInfo> properties)
    {
        if (types.ContainsKey(name))
            return name;
        Dictionary<string, MemberFacts> members = [];
        types.Add(name, members);
        foreach (var property in properties)
        {
            var facts = property.GetCustomAttribute<ProfileFieldAttribute>();
            members[facts?.JsonName ?? NameOf(property)] = KindOf(property.PropertyType) with
            {
                Shapes = facts is null ? Shapes.All : Shapes.Of(facts),
            };
        }
        return name;
    }

    /// <summary>The fields of a profile that a type writes: the attributes are on their properties.</summary>
    private static IEnumerable<PropertyInfo> FieldsOf(Type written) =>
        written
            .GetProperties()
            .Select(property => typeof(UserProfile).GetProperty(property.Name))
            .OfType<PropertyInfo>();

    /// <summary>The properties that are members in JSON; those of a union's kinds in one.</summary>
    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        KindsOf(type)
            .SelectMany(kind => kind.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.PropertyType != typeof(AdditionalProperties))
            .DistinctBy(property => property.Name);

    private static IEnumerable<Type> KindsOf(Type type) =>
        type.Assembly.GetTypes().Where(kind => kind == type || kind.IsSubclassOf(type));

    private static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    private MemberFacts KindOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ValuesOf(type) is { } values)
            return new("text") { Type = type.Name, Values = values };
        if (type == typeof(string) || type == typeof(DateTimeOffset))
            return new("text");
        if (type == typeof(bool))
            return new("flag");
        if (type == typeof(int))
            return new("number");
        if (ItemOf(type, typeof(IReadOnlyDictionary<,>)) is { } value)
            return new("map") { Of = KindOf(value) };
        if (ItemOf(type, typeof(IReadOnlyList<>)) is { } item)
            return new("list") { Of = KindOf(item) };
        return new("object") { Type = NameOf(type) };
    }

    private static Type? ItemOf(Type type, Type collection) =>
        type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == collection)
            ?.GetGenericArguments()[^1];
}
