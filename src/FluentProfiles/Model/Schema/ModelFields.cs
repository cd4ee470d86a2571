using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace FluentProfiles.Model.Schema;

/// <summary>Reads the fields of one type of the model from the attributes on its properties.</summary>
internal static class ModelFields
{
    /// <param name="firstBit">The bit of the first field; each further one has the next.</param>
    public static List<ProfileField> Of<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T
    >(int firstBit = 0) =>
        [
            .. typeof(T)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Select(
                    (property, place) =>
                        new ProfileField(
                            property,
                            property.GetCustomAttribute<ProfileFieldAttribute>(),
                            FieldMask.OfBit(firstBit + place)
                        )
                ),
        ];
}
