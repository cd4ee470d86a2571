using FluentProfiles.Emulator.Facts;

namespace FluentProfiles.Emulator.Writes;

/// <summary>The fields that a client may write, as the model states them.</summary>
internal static class WritableFields
{
    /// <summary>The writable field with a JSON name, or null.</summary>
    public static (string Property, ProfileFieldAttribute Field)? Find<T>(string jsonName)
    {
        foreach (var (property, field) in ProfileFields.Of(typeof(T)))
        {
            if (field.Writable && field.JsonName == jsonName)
                return (property.Name, field);
        }
        return null;
    }
}
