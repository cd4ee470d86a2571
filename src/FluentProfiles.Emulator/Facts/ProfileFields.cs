using System.Collections.Concurrent;
using System.Reflection;
using Fields = System.Collections.Generic.IReadOnlyList<(
    System.Reflection.PropertyInfo Property,
    FluentProfiles.ProfileFieldAttribute Field
)>;

namespace FluentProfiles.Emulator.Facts;

/// <summary>What the model's attributes say of the fields of a type, read once.</summary>
internal static class ProfileFields
{
    private static readonly ConcurrentDictionary<Type, Fields> ByType = [];

    /// <summary>The fields of a type of the model, in the order written there.</summary>
    public static Fields Of(Type type) => ByType.GetOrAdd(type, Read);

    /// <summary>What is known of one field of a profile, by the property's name.</summary>
    public static ProfileFieldAttribute Of(string property) =>
        Of(typeof(UserProfile)).Single(pair => pair.Property.Name == property).Field;

    private static Fields Read(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => (property, property.GetCustomAttribute<ProfileFieldAttribute>()!))
                .Where(pair => pair.Item2 is not null),
        ];
}
