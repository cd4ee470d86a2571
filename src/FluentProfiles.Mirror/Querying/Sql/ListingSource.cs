using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>The tables of a listing, and what its profiles must meet.</summary>
/// <remarks>A metadata pair is joined, so that the database may read the metadata first. SQLite never does so for EXISTS.</remarks>
internal sealed class ListingSource
{
    private readonly QueryColumns columns;
    private readonly SqlDialect dialect;
    private readonly int scope;
    private readonly IReadOnlyList<FilterNode> rest;
    private readonly IReadOnlyList<HasPair> pairs;
    private readonly IndexUse indexes;
    private readonly string createdAt;

    /// <param name="columns">The tables and columns.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="scope">The scope of the profiles.</param>
    /// <param name="conditions">What each profile must meet.</param>
    public ListingSource(QueryColumns columns, SqlDialect dialect, int scope, IReadOnlyList<FilterNode> conditions)
    {
        (this.columns, this.dialect, this.scope) = (columns, dialect, scope);
        rest = [.. conditions.Where(condition => !IsJoined(condition))];
        // The index on a pair with one value has its profiles by the time of creation.
        pairs = [.. conditions.Where(IsJoined).Cast<HasPair>().OrderBy(pair => pair.Values?.Count != 1)];
        indexes = new(columns, conditions);
        createdAt = pairs is [{ Values: [_] }, ..]
            ? $"{Alias.OfPair(0)}.{columns.PairCreatedAt}"
            : Alias.Profile + columns.CreatedAt;
    }

    /// <summary>The listing in the order of a member.</summary>
    /// <param name="path">The JSON names of the member, with dots.</param>
    /// <param name="descending">The direction.</param>
    public ListingSql SortedBy(string path, bool descending) =>
        new(columns, this, OrderBy(path, descending))
        {
            HasOnlyFilterIndexes = dialect.PrefersOrder && indexes.HaveOnlyFilters(path),
        };

    /// <summary>Adds the tables and what profiles must meet, as far as an index finds them.</summary>
    public void AddIndexedTo(SqlQuery sql) => new ListingSource(columns, dialect, scope, indexes.Served).AddTo(sql);

    private SqlOrder OrderBy(string path, bool descending)
    {
        if (path == ProfileSchema.Name.Name)
            return new(Alias.Profile + columns.NameKey.Name, KeyKind.Bytes, IsNullable: true, descending);
        var column = columns.ColumnOf(path)!;
        var name = column.Name == columns.CreatedAt ? createdAt : Alias.Profile + column.Name;
        return column.Type == typeof(string)
            ? new(dialect.Folded(name), KeyKind.Text, column.IsNullable, descending) { HasIndex = false }
            : new(name, KeyKind.Time, column.IsNullable, descending) { HasIndex = column.Name == columns.CreatedAt };
    }

    public void AddTo(SqlQuery sql)
    {
        sql.Add($" FROM {columns.Profiles} AS p");
        for (var i = 0; i < pairs.Count; i++)
        {
            var alias = Alias.OfPair(i);
            sql.Add($" INNER JOIN {columns.Metadata} AS {alias} ON {alias}.{columns.PairProfile} = ")
                .Add(Alias.Profile + columns.Key);
        }
        sql.Add($" WHERE {Alias.Profile}{columns.Scope} = ").AddValue(scope);
        ConditionSql conditions = new(columns, dialect, sql, scope, createdAt);
        for (var i = 0; i < pairs.Count; i++)
        {
            sql.Add($" AND {Alias.OfPair(i)}.{columns.PairScope} = ").AddValue(scope).Add(" AND ");
            conditions.AddPairTest(pairs[i], Alias.OfPair(i) + ".");
        }
        if (rest.Count > 0)
            sql.Add(" AND ").AddChain([.. rest], " AND ", conditions.Add);
    }

    private static bool IsJoined(FilterNode condition) => condition is HasPair { Values: null or { Count: > 0 } };
}
