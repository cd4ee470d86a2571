namespace FluentProfiles.Mirror.Storing.Commands;

/// <summary>A condition on the rows of a table, put together from parts that all have to hold.</summary>
internal sealed class Condition
{
    private readonly List<MirrorColumn> columns;
    private readonly List<object?> values;

    /// <param name="column">A column.</param>
    /// <param name="value">The value that it has.</param>
    public Condition(MirrorColumn column, object? value)
    {
        (columns, values) = ([column], [value]);
        Text = SqlText.Where(column);
    }

    public string Text { get; private set; }

    /// <summary>The columns of the parameters.</summary>
    public IReadOnlyList<MirrorColumn> Columns => columns;

    /// <summary>The values of the parameters.</summary>
    public IReadOnlyList<object?> Values => values;

    /// <summary>Adds a bound, unless it is null.</summary>
    public void AddBound(MirrorColumn column, string comparison, object? bound)
    {
        if (bound is not null)
            Text += $" AND {column.Name} {comparison} {Next(column, bound)}";
    }

    /// <summary>Adds a bound on columns by which rows are sorted.</summary>
    public void AddBound(IReadOnlyList<MirrorColumn> sorted, string comparison, IReadOnlyList<object?> bound)
    {
        var place = sorted.Zip(bound, (column, value) => Next(column, value));
        Text += $" AND ({SqlText.List(sorted)}) {comparison} ({string.Join(", ", place)})";
    }

    /// <summary>Adds the values that a column may have, unless they are null.</summary>
    public void AddValues(MirrorColumn column, IReadOnlyList<string>? allowed)
    {
        if (allowed is not null)
            Text += $" AND {column.Name} IN ({string.Join(", ", allowed.Select(value => Next(column, value)))})";
    }

    private string Next(MirrorColumn column, object? value)
    {
        columns.Add(column);
        values.Add(value);
        return SqlText.Parameter(columns.Count - 1);
    }
}
