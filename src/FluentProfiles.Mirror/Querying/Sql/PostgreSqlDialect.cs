namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>PostgreSQL, which compares texts by a collation: only <c>C</c> is bytewise.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    // Read first, many pairs would be gone through anew for each profile.
    public override bool ReadsPairsFirst => false;

    public override bool PrefersOrder => false;

    public override string Folded(string column) => $"lower({column} COLLATE \"C\")";

    protected override void AddAmongMany(SqlQuery sql, IReadOnlyList<object> values) =>
        sql.Add(" = ANY(")
            .AddValue(values[0] is byte[] ? values.Cast<byte[]>().ToArray() : values.Cast<string>().ToArray())
            .Add(")");
}
