using System.Text;
using FluentProfiles.Mirror.Storing.Commands;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>A query under construction. Values become parameters and never part of the text.</summary>
internal sealed class SqlQuery
{
    private readonly StringBuilder text = new();
    private readonly List<object> values = [];

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
        var place = values.FindIndex(known => known.Equals(value));
        if (place < 0)
        {
            place = values.Count;
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

    public override string ToString() => text.ToString();
}
