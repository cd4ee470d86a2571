using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

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

    public bool IsNullable => property.IsNullable;

    /// <summary>The type of the property, without its null.</summary>
    public Type Type { get; } = Unwrapped(property.ClrType);

    public DbParameter CreateParameter(DbCommand command, string parameter)
    {
        var created = mapping.CreateParameter(command, parameter, null, nullable: true);
        created.ParameterName = parameter;
        return created;
    }

    /// <summary>A parameter for arrays of the values that another one takes, which PostgreSQL has.</summary>
    public static DbParameter ArrayOf(DbParameter parameter) =>
        new NpgsqlParameter(parameter.ParameterName, NpgsqlDbType.Array | ((NpgsqlParameter)parameter).NpgsqlDbType);

    /// <summary>Values of the property as such a parameter has them.</summary>
    public Array ToArray(IReadOnlyList<object?> values)
    {
        var element = stored.IsValueType ? typeof(Nullable<>).MakeGenericType(stored) : stored;
        var array = Array.CreateInstance(element, values.Count);
        for (var i = 0; i < values.Count; i++)
            array.SetValue(ToDatabase(values[i]) is var value and not DBNull ? value : null, i);
        return array;
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
