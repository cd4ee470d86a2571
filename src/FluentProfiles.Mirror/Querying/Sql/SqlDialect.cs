namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>What SQLite and PostgreSQL write differently.</summary>
internal abstract class SqlDialect
{
    // Beyond it the text of the statement would grow with the set, and a database has a limit for parameters.
    private const int MostListed = 100;

    /// <summary>The column without regard to the case of ASCII letters, in the order of code points.</summary>
    public abstract string Folded(string column);

    /// <summary>True if a nested test of metadata is best read from the metadata, false if it is best looked up for each
    /// profile.</summary>
    public abstract bool ReadsPairsFirst { get; }

    /// <summary>True for a database that prefers the index of an order to that of a filter, however few rows pass the
    /// filter.</summary>
    public abstract bool PrefersOrder { get; }

    /// <summary>Adds a test of a column for one of some values, of which there is at least one.</summary>
    public void AddAmong(SqlQuery sql, string column, IReadOnlyList<object> values)
    {
        sql.Add(column);
        if (values.Count == 1)
            sql.Add(" = ").AddValue(values[0]);
        else if (values.Count <= MostListed)
            sql.Add(" IN (").AddJoined(values, ", ", value => sql.AddValue(value)).Add(")");
        else
            AddAmongMany(sql, values);
    }

    /// <summary>Adds a test for one of many values, which are one parameter.</summary>
    protected abstract void AddAmongMany(SqlQuery sql, IReadOnlyList<object> values);
}
