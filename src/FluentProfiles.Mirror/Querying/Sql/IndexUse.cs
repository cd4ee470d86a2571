using FluentProfiles.Mirror.Storing.Commands;
using FluentProfiles.Model.Schema;
using FluentProfiles.Sources.Conditions;

namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>Tells which conditions of a listing have an index, and whether one of those indexes has the order, too.</summary>
internal sealed class IndexUse
{
    private readonly QueryColumns columns;
    private readonly Dictionary<MirrorColumn, In> equalities;
    private readonly IReadOnlyList<IReadOnlyList<MirrorColumn>> served;

    /// <param name="columns">The tables and columns.</param>
    /// <param name="conditions">What each profile must meet.</param>
    public IndexUse(QueryColumns columns, IReadOnlyList<FilterNode> conditions)
    {
        this.columns = columns;
        equalities = conditions
            .OfType<In>()
            .DistinctBy(one => one.Path)
            .ToDictionary(one => SortedColumnOf(one.Path.Name)!);
        served = [.. columns.Indexes.Where(index => equalities.ContainsKey(index[1]))];
        Served =
        [
            .. conditions.OfType<HasPair>(),
            .. served
                .SelectMany(index => index.Skip(1).TakeWhile(equalities.ContainsKey))
                .Select(column => equalities[column])
                .Distinct(),
        ];
    }

    /// <summary>The conditions that have an index.</summary>
    public IReadOnlyList<FilterNode> Served { get; }

    /// <summary>True if there are such conditions, and none of their indexes has the order.</summary>
    /// <param name="orderBy">The JSON names of the member that the listing is sorted by, with dots.</param>
    public bool HaveOnlyFilters(string orderBy)
    {
        var key = SortedColumnOf(orderBy);
        return Served.Count > 0
            && !served.Any(index => HasOrder(index, key))
            && !(key?.Name == columns.CreatedAt && Served.OfType<HasPair>().Any(pair => pair.Values is [_]));
    }

    private bool HasOrder(IReadOnlyList<MirrorColumn> index, MirrorColumn? key)
    {
        var fixedColumns = index
            .Skip(1)
            .TakeWhile(column => equalities.TryGetValue(column, out var one) && one.Values is [_]);
        return index.ElementAtOrDefault(1 + fixedColumns.Count()) == key || index[1] == key;
    }

    private MirrorColumn? SortedColumnOf(string path) =>
        path == ProfileSchema.Name.Name ? columns.NameKey : columns.ColumnOf(path);
}
