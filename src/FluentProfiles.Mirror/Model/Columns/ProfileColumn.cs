using System.Reflection;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Model.Columns;

/// <summary>A member of a profile, or of one of its parts, that has a column of its own.</summary>
internal sealed class ProfileColumn
{
    private readonly PropertyInfo[] path;

    /// <param name="fields">The fields from the profile to the member.</param>
    public ProfileColumn(IReadOnlyList<ProfileField> fields)
    {
        Fields = fields;
        path = [.. fields.Select(field => field.Property)];
        // The name of the outermost part adds nothing: ExternalUserDetails.Country is Country.
        Name = string.Concat(fields.Skip(fields.Count > 1 ? 1 : 0).Select(field => field.Property.Name));
        Type = ColumnTypes.Of(path[^1].PropertyType, fields.Count == 1)!;
    }

    /// <summary>The fields from the profile to the member.</summary>
    public IReadOnlyList<ProfileField> Fields { get; }

    /// <summary>The name of the property of <see cref="MirroredProfile"/>.</summary>
    public string Name { get; }

    /// <summary>The type of that property.</summary>
    public Type Type { get; }

    /// <summary>The field and the parts around it.</summary>
    public FieldMask Mask => Fields[^1].Mask;

    /// <summary>The JSON names, with dots.</summary>
    public string Path => string.Join('.', Fields.Select(member => member.Name));

    /// <summary>The value of a profile as the property has it; null for none.</summary>
    public object? ValueOf(UserProfile profile)
    {
        object? value = profile;
        foreach (var property in path)
        {
            if (value is null)
                return null;
            value = property.GetValue(value);
        }
        return ColumnTypes.ValueOf(value);
    }
}
