using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>A column as the model of EF Core has it: its name, and how values are converted.</summary>
internal sealed class MirrorColumn(IProperty property, string name)
{
    private readonly RelationalTypeMapping mapping = property.GetRelationalTypeMapping();
    private readonly Type stored = Unwrapped(
        property.GetRelationalTypeMapping().Converter?.ProviderClrType ?? property.ClrType
    );

    /// <summary>The name of the property.</summary>
    public string Property => property.Name;

    /// <summary>The name in the database, delimited.</summary>
    public string Name => name;

    public DbParameter CreateParameter(DbCommand command, string parameter)
    {
        var created = mapping.CreateParameter(command, parameter, null, nullable: true);
        created.ParameterName = parameter;
        return created;
    }

    /// <summary>A value of the property as a parameter has it.</summary>
    public object ToDatabase(object? value) =>
        value is null ? DBNull.Value
        : mapping.Converter is { } converter ? converter.ConvertToProvider(value)!
        : value;

    /// <summary>A value that was read as the property has it.</summary>
    public object? FromDatabase(object value)
    {
        if (value is DBNull)
            return null;
        var known = value.GetType() == stored ? value : Convert.ChangeType(value, stored, CultureInfo.InvariantCulture);
        return mapping.Converter is { } converter ? converter.ConvertFromProvider(known) : known;
    }

    /// <summary>The value of an entity.</summary>
    public object? ValueOf(object entity) => property.PropertyInfo!.GetValue(entity);

    public void SetValue(object entity, object? value) => property.PropertyInfo!.SetValue(entity, value);

    private static Type Unwrapped(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
