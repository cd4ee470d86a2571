using System.Text.Json;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>SQLite, whose texts are compared bytewise and whose <c>lower</c> knows ASCII only.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public override bool ReadsPairsFirst => true;

    public override bool PrefersOrder => true;

    public override string Folded(string column) => $"lower({column})";

    protected override void AddAmongMany(SqlQuery sql, IReadOnlyList<object> values) =>
        // Bytes as hexadecimal digits, since JSON has none.
        _ =
            values[0] is byte[]
                ? sql.Add(" IN (SELECT unhex(value) FROM json_each(")
                    .AddValue(JsonSerializer.Serialize(values.Cast<byte[]>().Select(Convert.ToHexString)))
                    .Add("))")
                : sql.Add(" IN (SELECT value FROM json_each(")
                    .AddValue(JsonSerializer.Serialize(values.Cast<string>()))
                    .Add("))");
}
