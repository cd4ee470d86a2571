namespace FluentProfiles.Model.Schema;

/// <summary>Names the fields of a mask: a part that is read whole, or only held against null, by its own name, else what is
/// read of it.</summary>
internal static class FieldNames
{
    public static IReadOnlyList<string> Of(FieldMask mask) => [.. Of(typeof(UserProfile), mask, "")];

    private static IEnumerable<string> Of(Type type, FieldMask mask, string path)
    {
        foreach (var field in ProfileSchema.Of(type).Where(field => mask.Overlaps(field.Mask)))
        {
            if (mask.Contains(field.Subtree) || !mask.Overlaps(field.Subtree.Without(field.Mask)))
                yield return path + field.Name;
            else
            {
                foreach (var name in Of(field.Property.PropertyType, mask, $"{path}{field.Name}."))
                    yield return name;
            }
        }
    }
}
