using System.Text;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>A query under construction. Values become parameters and never part of the text.</summary>
internal sealed class SqlQuery
{
    /// <summary>The longest chain that is added as it is, where few are within each other. SQLite takes expressions of a height of
    /// 1,000.</summary>
    public const int LongestChain = 50;

    private readonly StringBuilder text = new();
    private readonly List<object> values = [];
    private readonly Dictionary<object, int> places = [];

    /// <summary>The values of the parameters, as the database has them.</summary>
    public IReadOnlyList<object> Values => values;

    public SqlQuery Add(string sql)
    {
        text.Append(sql);
        return this;
    }

    /// <summary>Adds a parameter, and its name to the text. A value that was added before has its parameter already.</summary>
    public SqlQuery AddValue(object value)
    {
        if (!places.TryGetValue(value, out var place))
        {
            places.Add(value, place = values.Count);
            values.Add(value);
        }
        text.Append(SqlText.Parameter(place));
        return this;
    }

    /// <summary>Adds parts with a text between them.</summary>
    public SqlQuery AddJoined<T>(IEnumerable<T> parts, string separator, Action<T> add)
    {
        var isFirst = true;
        foreach (var part in parts)
        {
            if (!isFirst)
                text.Append(separator);
            isFirst = false;
            add(part);
        }
        return this;
    }

    /// <summary>Adds conditions with AND or OR between them. A database reads a chain as a tree that is as high as the chain is long, and
    /// limits the height: a long one is added as halves of halves.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="separator">The operator.</param>
    /// <param name="add">Adds one of them.</param>
    /// <param name="longest">The longest chain that is added as it is.</param>
    public SqlQuery AddChain<T>(ReadOnlySpan<T> conditions, string separator, Action<T> add, int longest = LongestChain)
    {
        if (conditions.Length <= longest)
            return AddJoined(conditions.ToArray(), separator, add);
        var half = conditions.Length / 2;
        Add("(").AddChain(conditions[..half], separator, add, longest).Add(")").Add(separator);
        return Add("(").AddChain(conditions[half..], separator, add, longest).Add(")");
    }

    public override string ToString() => text.ToString();
}
