using FluentProfiles.Mirror.Model.Columns;
using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>Writes a condition as SQL. A condition holds or does not, whereas SQL has a third value: negations are carried down to the
/// comparisons, which then name null themselves.</summary>
/// <param name="columns">The tables and columns.</param>
/// <param name="dialect">The dialect.</param>
/// <param name="sql">The statement.</param>
/// <param name="scope">The scope of the profiles.</param>
/// <param name="createdAt">The column of the time of creation, with its table.</param>
internal sealed class ConditionSql(QueryColumns columns, SqlDialect dialect, SqlQuery sql, int scope, string createdAt)
{
    private const string Always = "1 = 1";
    private const string Never = "1 = 0";

    // Chains within each other add up to the height that a database limits.
    private const int FewLevels = 10;
    private const int LongestChainOfMany = 4;

    private int longestChain = SqlQuery.LongestChain;

    public void Add(FilterNode condition)
    {
        longestChain = condition.Height <= FewLevels ? SqlQuery.LongestChain : LongestChainOfMany;
        Add(condition, isNegated: false);
    }

    private void Add(FilterNode condition, bool isNegated)
    {
        switch (condition)
        {
            case AllOf { Nodes: var nodes }:
                AddJoined(nodes, isNegated ? " OR " : " AND ", isNegated ? Never : Always, isNegated);
                break;
            case AnyOf { Nodes: var nodes }:
                AddJoined(nodes, isNegated ? " AND " : " OR ", isNegated ? Always : Never, isNegated);
                break;
            case Not { Node: var node }:
                Add(node, !isNegated);
                break;
            case In { Values: [] } or HasPair { Values: [] }:
                sql.Add(isNegated ? Always : Never);
                break;
            case In among:
                AddIn(among, isNegated);
                break;
            case IsNull { Path: var path }:
                AddMissing(ColumnOf(path), !isNegated);
                break;
            case TimeRange range:
                AddRange(range, isNegated);
                break;
            case HasPair pair:
                AddPair(pair, isNegated);
                break;
            default:
                throw new NotSupportedException($"{nameof(ConditionSql)} has no form for {condition.GetType().Name}.");
        }
    }

    /// <summary>Adds the test of a row of the metadata for a pair.</summary>
    public void AddPairTest(HasPair pair, string alias)
    {
        sql.Add(alias).Add(columns.PairKey.Name).Add(" = ").AddValue(columns.PairKey.ToDatabase(pair.Key));
        if (pair.Values is not { } values)
            return;
        sql.Add(" AND ");
        dialect.AddAmong(sql, alias + columns.PairValue.Name, [.. values.Select(columns.PairValue.ToDatabase)]);
    }

    private void AddJoined(IReadOnlyList<FilterNode> nodes, string separator, string whenEmpty, bool isNegated)
    {
        if (nodes.Count == 0)
            sql.Add(whenEmpty);
        else if (nodes.Count == 1)
            Add(nodes[0], isNegated);
        else
            sql.Add("(").AddChain([.. nodes], separator, node => Add(node, isNegated), longestChain).Add(")");
    }

    private void AddIn(In among, bool isNegated)
    {
        var column = ColumnOf(among.Path);
        if (!isNegated && among.Path.Name == ProfileSchema.Name.Name)
            AddNameKeys(among.Values);
        if (isNegated)
        {
            sql.Add("(");
            if (column.IsNullable)
                sql.Add(NameOf(column)).Add(" IS NULL OR ");
            sql.Add("NOT (");
        }
        dialect.AddAmong(sql, NameOf(column), [.. among.Values.Select(column.ToDatabase)]);
        if (isNegated)
            sql.Add("))");
    }

    // The index on names is one on the bytes that they are sorted by, which several names may share.
    private void AddNameKeys(IReadOnlyList<string> names)
    {
        var keys = names.Select(name => NameKey.Of(name)!).Distinct(StringComparer.Ordinal);
        dialect.AddAmong(sql, NameOf(columns.NameKey), [.. keys.Select(columns.NameKey.ToDatabase)]);
        sql.Add(" AND ");
    }

    private void AddRange(TimeRange range, bool isNegated)
    {
        var column = ColumnOf(range.Path);
        List<(string Operator, object Bound)> bounds = [];
        if (range.From is { } from)
            bounds.Add((isNegated ? " < " : " >= ", column.ToDatabase(from)));
        if (range.To is { } to)
            bounds.Add((isNegated ? " > " : " <= ", column.ToDatabase(to)));
        if (bounds.Count == 0)
        {
            AddMissing(column, isNegated);
            return;
        }
        sql.Add("(");
        if (isNegated && column.IsNullable)
            sql.Add(NameOf(column)).Add(" IS NULL OR ");
        sql.AddJoined(
                bounds,
                isNegated ? " OR " : " AND ",
                bound => sql.Add(NameOf(column)).Add(bound.Operator).AddValue(bound.Bound)
            )
            .Add(")");
    }

    private void AddMissing(MirrorColumn column, bool isMissing)
    {
        if (column.IsNullable)
            sql.Add(NameOf(column)).Add(isMissing ? " IS NULL" : " IS NOT NULL");
        else
            sql.Add(isMissing ? Never : Always);
    }

    private void AddPair(HasPair pair, bool isNegated)
    {
        var profile = Alias.Profile + columns.Key;
        if (dialect.ReadsPairsFirst && !isNegated)
            sql.Add($"{profile} IN (SELECT {Alias.NestedPair}{columns.PairProfile} FROM {columns.Metadata} AS n WHERE ")
                .Add($"{Alias.NestedPair}{columns.PairScope} = ")
                .AddValue(scope)
                .Add(" AND ");
        else
            sql.Add(isNegated ? "NOT EXISTS (" : "EXISTS (")
                .Add($"SELECT 1 FROM {columns.Metadata} AS n WHERE ")
                .Add($"{Alias.NestedPair}{columns.PairProfile} = {profile} AND ");
        AddPairTest(pair, Alias.NestedPair);
        sql.Add(")");
    }

    private MirrorColumn ColumnOf(FieldPath path) => columns.ColumnOf(path.Name)!;

    private string NameOf(MirrorColumn column) =>
        column.Name == columns.CreatedAt ? createdAt : Alias.Profile + column.Name;
}
