using System.Reflection;

namespace FluentProfiles.Emulator.Facts;

/// <summary>What the model's attributes say of the fields of a type, read once.</summary>
internal static class ProfileFields
{
    /// <summary>The fields of a type of the model, in the order written there.</summary>
    public static IReadOnlyList<(PropertyInfo Property, ProfileFieldAttribute Field)> Of(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(property => (property, property.GetCustomAttribute<ProfileFieldAttribute>()!))
                .Where(pair => pair.Item2 is not null),
        ];

    /// <summary>What is known of one field of a profile, by the property's name.</summary>
    public static ProfileFieldAttribute Of(string property) => Of<UserProfile>(property);

    public static ProfileFieldAttribute Of<T>(string property) =>
        typeof(T).GetProperty(property)!.GetCustomAttribute<ProfileFieldAttribute>()!;
}
