using FluentProfiles.Mirror.Model;
using FluentProfiles.Mirror.Storing.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace FluentProfiles.Mirror.Storing;

/// <summary>The indexes that only queries need. Keeping them while many rows are inserted doubles the time of a first load. Both
/// databases drop and create them within a transaction, so that a row of the database says which of the two holds.</summary>
internal static class SecondaryIndexes
{
    /// <summary>Drops them where no scope has profiles, within the transaction of the session.</summary>
    public static async Task DropAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        var schema = await LockAsync(session, cancellationToken).ConfigureAwait(false);
        var sql = $"SELECT count(*) FROM (SELECT 1 FROM {session.Tables.Profiles.Name} LIMIT 1) AS first_row";
        var any = await session.StatementAsync(sql, [], cancellationToken).ConfigureAwait(false);
        if (schema.LacksIndexes || await any.NumberAsync(cancellationToken).ConfigureAwait(false) > 0)
            return;
        await ChangeAsync(
                session,
                schema,
                index => new DropIndexOperation
                {
                    Name = index.Name,
                    Table = index.Table.Name,
                    Schema = index.Table.Schema,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Creates them where they were dropped, within the transaction of the session.</summary>
    public static async Task BuildAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        var schema = await LockAsync(session, cancellationToken).ConfigureAwait(false);
        if (schema.LacksIndexes)
            await ChangeAsync(session, schema, CreateIndexOperation.CreateFrom, cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>Updates the statistics of PostgreSQL; SQLite chooses these indexes without any.</summary>
    /// <returns>True where there are statistics.</returns>
    public static async Task<bool> UpdateStatisticsAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        if (!session.IsPostgres)
            return false;
        await session.AllowLongCommandsAsync(cancellationToken).ConfigureAwait(false);
        // Where the user does not own the tables, PostgreSQL warns and does nothing.
        var sql = $"ANALYZE {session.Tables.Profiles.Name}, {session.Tables.Metadata.Name}";
        await session.Context.Database.ExecuteSqlRawAsync(sql, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async Task<MirrorSchema> LockAsync(MirrorSession session, CancellationToken cancellationToken)
    {
        var rows = await session
            .FindAsync<MirrorSchema>(session.Tables.Schema, [], [], cancellationToken, locks: true)
            .ConfigureAwait(false);
        return rows.Single();
    }

    private static async Task ChangeAsync(
        MirrorSession session,
        MirrorSchema schema,
        Func<ITableIndex, MigrationOperation> operation,
        CancellationToken cancellationToken
    )
    {
        var model = session.Context.GetService<IDesignTimeModel>().Model;
        MigrationOperation[] operations = [.. Of(model).Select(operation)];
        await session.AllowLongCommandsAsync(cancellationToken).ConfigureAwait(false);
        await LockTablesAsync(session, schema, cancellationToken).ConfigureAwait(false);
        foreach (var command in session.Context.GetService<IMigrationsSqlGenerator>().Generate(operations, model))
        {
            await session
                .Context.Database.ExecuteSqlRawAsync(command.CommandText, cancellationToken)
                .ConfigureAwait(false);
        }
        schema.LacksIndexes = !schema.LacksIndexes;
        await session.PutAsync(session.Tables.Schema, schema, cancellationToken).ConfigureAwait(false);
    }

    // In the order in which writers use them: those of another scope would wait for one table while they hold the other.
    private static async Task LockTablesAsync(
        MirrorSession session,
        MirrorSchema schema,
        CancellationToken cancellationToken
    )
    {
        if (!session.IsPostgres)
            return;
        var mode = schema.LacksIndexes ? "SHARE" : "ACCESS EXCLUSIVE";
        var sql = $"LOCK TABLE {session.Tables.Profiles.Name}, {session.Tables.Metadata.Name} IN {mode} MODE";
        await session.Context.Database.ExecuteSqlRawAsync(sql, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<ITableIndex> Of(IModel model) =>
        model
            .GetRelationalModel()
            .Tables.Where(table =>
                table.EntityTypeMappings.Any(mapping =>
                    mapping.TypeBase.ClrType == typeof(MirroredProfile)
                    || mapping.TypeBase.ClrType == typeof(MirroredMetadata)
                )
            )
            .SelectMany(table => table.Indexes)
            .Where(index => !index.IsUnique && !IsUsedByPasses(index));

    // Passes compare ranges of the time of creation.
    private static bool IsUsedByPasses(ITableIndex index) =>
        index.MappedIndexes.Any(mapped =>
            mapped.Properties.Select(property => property.Name).ToArray()
                is [nameof(MirroredProfile.Scope), nameof(MirroredProfile.CreatedAt), _]
        );
}
