using FluentProfiles.Mirror.Model.Columns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>A table as the model of EF Core names it. What the application adds to it, such as a column in all of its tables, is not
/// the mirror's: commands leave it out.</summary>
internal sealed class MirrorTable
{
    private readonly Dictionary<string, MirrorColumn> byProperty;

    public MirrorTable(IModel model, Type entity, ISqlGenerationHelper sql)
    {
        var type =
            model.FindEntityType(entity)
            ?? throw new ProfilesConfigurationException(
                "The model of the DbContext lacks the mirror's tables. Call modelBuilder.AddProfileMirror() in OnModelCreating, then add "
                    + "and apply a migration."
            );
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        Name = sql.DelimitIdentifier(table.Name, table.Schema);
        Columns =
        [
            .. type.GetProperties()
                .Where(property => IsOfMirror(property, type))
                .Select(property => new MirrorColumn(property, sql.DelimitIdentifier(property.GetColumnName(table)!))),
        ];
        byProperty = Columns.ToDictionary(column => column.Property);
        Keys = [.. type.FindPrimaryKey()!.Properties.Select(property => byProperty[property.Name])];
        Indexes =
        [
            .. type.GetIndexes()
                .Where(index => index.Properties.All(property => byProperty.ContainsKey(property.Name)))
                .Select(index => index.Properties.Select(property => byProperty[property.Name]).ToArray()),
        ];
    }

    /// <summary>The name with its schema, delimited.</summary>
    public string Name { get; }

    public IReadOnlyList<MirrorColumn> Columns { get; }

    /// <summary>The columns of the primary key.</summary>
    public IReadOnlyList<MirrorColumn> Keys { get; }

    /// <summary>The columns of each index.</summary>
    public IReadOnlyList<IReadOnlyList<MirrorColumn>> Indexes { get; }

    public MirrorColumn this[string property] => byProperty[property];

    // A member of the profile for which the entity has no property.
    private static bool IsAddedField(IProperty property, IEntityType type) =>
        type.ClrType == typeof(MirroredProfile)
        && ProfileColumns.All.Any(column => column.Name == property.Name && column.Type == property.ClrType);

    /// <exception cref="ProfilesConfigurationException">The application's column would let no row in.</exception>
    private static bool IsOfMirror(IProperty property, IEntityType type)
    {
        if (property.PropertyInfo is not null || IsAddedField(property, type))
            return true;
        var hasValue =
            property.IsNullable
            || property.ValueGenerated != ValueGenerated.Never
            || property.GetDefaultValueSql() is not null
            || property.TryGetDefaultValue(out _);
        return hasValue
            ? false
            : throw new ProfilesConfigurationException(
                $"The model adds the required property {property.Name} to {type.ClrType.Name}, and the mirror, which writes the rows, has no value "
                    + "for it. Make it optional, give it a default (HasDefaultValue or HasDefaultValueSql), or leave the mirror's entities out "
                    + "where you add it."
            );
    }
}
