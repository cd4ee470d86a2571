using FluentProfiles.Mirror.Querying.Sql;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Sources.Conditions;
using Microsoft.EntityFrameworkCore;

namespace FluentProfiles.Mirror.Tests.Querying.Sql;

/// <summary>Writes queries for a database without connecting to it.</summary>
internal sealed class SqlShape
{
    private readonly QueryColumns columns;
    private readonly SqlDialect dialect;

    public SqlShape(DbContext context)
    {
        columns = new(MirrorTables.Of(context));
        dialect = context.Database.IsNpgsql() ? new PostgreSqlDialect() : new SqliteDialect();
    }

    public static SqlShape Sqlite { get; } =
        new(new OrdersContext(new DbContextOptionsBuilder<OrdersContext>().UseSqlite().Options));

    public static SqlShape Postgres { get; } =
        new(new OrdersContext(new DbContextOptionsBuilder<OrdersContext>().UseNpgsql().Options));

    public ListingSql Listing(
        string orderBy,
        bool descending,
        int scope,
        params IReadOnlyList<FilterNode> conditions
    ) => new ListingSource(columns, dialect, scope, conditions).SortedBy(orderBy, descending);
}
