using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>A table as the model of EF Core names it.</summary>
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
                .Select(property => new MirrorColumn(property, sql.DelimitIdentifier(property.GetColumnName(table)!))),
        ];
        byProperty = Columns.ToDictionary(column => column.Property);
        Keys = [.. type.FindPrimaryKey()!.Properties.Select(property => byProperty[property.Name])];
        Indexes =
        [
            .. type.GetIndexes()
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
}
