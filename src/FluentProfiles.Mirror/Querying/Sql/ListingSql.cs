using System.Globalization;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>Writes the statements of one listing: its pages, and the number of its profiles.</summary>
/// <remarks>
/// <para>A page begins behind the last profile of the page before, by <c>k >= x AND (k > x OR id > y)</c>: PostgreSQL does not find
/// an index for <c>k > x OR k = x AND id > y</c>.</para>
/// <para>Profiles with a value and those without are read by two statements, each in the order of an index: no index has nulls
/// last in both directions.</para>
/// </remarks>
/// <param name="columns">The tables and columns.</param>
/// <param name="source">What is listed.</param>
/// <param name="order">The order.</param>
internal sealed class ListingSql(QueryColumns columns, ListingSource source, SqlOrder order)
{
    private readonly string id = Alias.Profile + columns.Id;
    private readonly string direction = order.Descending ? " DESC" : "";

    public SqlOrder Order => order;

    /// <summary>True if the database would go through an index of the order, however few profiles the indexes of the filters
    /// find.</summary>
    public bool HasOnlyFilterIndexes { get; init; }

    /// <summary>The same listing, for which the database begins with the indexes of the filters.</summary>
    public ListingSql FiltersFirst() => new(columns, source, order.WithoutIndex());

    /// <summary>Writes the query that counts what the indexes of the filters find, up to a number.</summary>
    public SqlQuery CountIndexed(int most)
    {
        SqlQuery sql = new();
        sql.Add("SELECT COUNT(*) FROM (SELECT 1");
        source.AddIndexedTo(sql);
        return sql.Add(Limit(most)).Add(")");
    }

    /// <summary>Writes the statement for some profiles.</summary>
    /// <param name="after">The place after which they come; null for the first ones.</param>
    /// <param name="limit">How many.</param>
    public SqlQuery Page(Keyset? after, int limit) => Placed(Begin(), after).Add(Limit(limit));

    /// <summary>Writes the statement for the keys of all profiles behind a place, with what they are sorted by.</summary>
    public SqlQuery Keys(Keyset? after)
    {
        SqlQuery sql = new();
        sql.Add($"SELECT {Alias.Profile}{columns.Key}, {order.Key}");
        source.AddTo(sql);
        return Placed(sql, after);
    }

    /// <summary>Writes the statement for the profiles with some keys, in no order, with the key of each.</summary>
    public SqlQuery ByKeys(IEnumerable<long> keys)
    {
        SqlQuery sql = new();
        sql.Add($"SELECT {Alias.Profile}{columns.Json}, {id}, {Alias.Profile}{columns.Key}");
        source.AddTo(sql);
        // As text: a database has a limit for parameters, and numbers need no escape.
        var list = string.Join(", ", keys.Select(key => key.ToString(CultureInfo.InvariantCulture)));
        return sql.Add($" AND {Alias.Profile}{columns.Key} IN ({list})");
    }

    private SqlQuery Placed(SqlQuery sql, Keyset? after)
    {
        if (after is { Key: null })
            AddPlaceWithoutValue(sql, after.Id);
        else
            AddPlace(sql, after);
        sql.Add(" ORDER BY ");
        if (after is not { Key: null })
            sql.Add($"{order.Key}{direction}, ");
        return sql.Add($"{id}{direction}");
    }

    /// <summary>Writes the statement for the first profiles behind some that are skipped.</summary>
    public SqlQuery PageBehind(int skipped, int limit)
    {
        var sql = Begin().Add(" ORDER BY ");
        if (order.IsNullable)
            sql.Add($"{order.Key} IS NULL, ");
        return sql.Add($"{order.Key}{direction}, {id}{direction}").Add(Limit(limit)).Add(" OFFSET ").AddValue(skipped);
    }

    /// <summary>Writes the statement that counts all profiles.</summary>
    public SqlQuery Count()
    {
        SqlQuery sql = new();
        sql.Add("SELECT COUNT(*)");
        source.AddTo(sql);
        return sql;
    }

    private SqlQuery Begin()
    {
        SqlQuery sql = new();
        sql.Add($"SELECT {Alias.Profile}{columns.Json}, {id}, {order.Key}");
        source.AddTo(sql);
        return sql;
    }

    private void AddPlace(SqlQuery sql, Keyset? after)
    {
        var (atOrBehind, behind) = order.Descending ? ("<=", "<") : (">=", ">");
        // IS NOT NULL would not make SQLite begin behind the nulls of the index.
        if (order.IsNullable && (after is null || order.Descending))
            sql.Add($" AND {order.Key} >= ").AddValue(order.Least);
        if (after is { Key: { } key, Id: { } last })
            sql.Add($" AND {order.Key} {atOrBehind} ")
                .AddValue(key)
                .Add($" AND ({order.Key} {behind} ")
                .AddValue(key)
                .Add($" OR {id} {behind} ")
                .AddValue(last)
                .Add(")");
    }

    private void AddPlaceWithoutValue(SqlQuery sql, string? last)
    {
        sql.Add($" AND {order.Key} IS NULL");
        if (last is not null)
            sql.Add($" AND {id} {(order.Descending ? "<" : ">")} ").AddValue(last);
    }

    // As text, so that the database plans for it. There are few sizes.
    private static string Limit(int limit) => string.Create(CultureInfo.InvariantCulture, $" LIMIT {limit}");
}
