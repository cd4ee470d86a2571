using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Oracle;
using FluentProfiles.Tests.Properties.Terminals;

namespace FluentProfiles.Tests.Properties.Items;

internal sealed record Key<T, TKey>(string Text, Expression<Func<T, TKey>> Selector, ServiceField Field) : Key<T>(Text)
{
    public override ProfileQuery<T> Order(ProfileQuery<T> query, bool descending) =>
        descending ? query.OrderByDescending(Selector) : query.OrderBy(Selector);

    public override void Order(Rows<T> rows, bool descending) => rows.Sort(this, descending);

    public override async Task<object?> ExtremeItemAsync(ProfileQuery<T> query, bool isMax) =>
        isMax ? await query.MaxByAsync(Selector) : await query.MinByAsync(Selector);

    /// <summary>As in LINQ, a key that is null counts only where all are; which of several comes first is up to the
    /// ties.</summary>
    public override object? ExtremeItem(Rows<T> rows, bool isMax)
    {
        rows.Complete(Needs.Items);
        var known = rows.Items.Where(row => KeyOf(row, rows.World) is not null).ToList();
        var candidates = known.Count > 0 ? known : rows.Items;
        var sorted = candidates.Count == 0 ? [] : rows.Arranged(candidates, Field, isMax);
        var items = (isMax ? sorted.OrderByDescending(KeyIn(rows)) : sorted.OrderBy(KeyIn(rows))).Select(row =>
            row.Item
        );
        return default(T) is null ? items.FirstOrDefault() : items.First();
    }

    public override async Task<object?> ExtremeAsync(ProfileQuery<T> query, bool isMax) =>
        isMax ? await query.MaxAsync(Selector) : await query.MinAsync(Selector);

    public override object? Extreme(Rows<T> rows, bool isMax)
    {
        rows.Complete(Needs.Items);
        var keys = rows.Items.Select(KeyIn(rows));
        return isMax ? keys.Max() : keys.Min();
    }

    public override async Task<string> DictionaryAsync(ProfileQuery<T> query) =>
        Canon.Map(await query.ToDictionaryAsync<object>(AsObject()));

    public override string Dictionary(Rows<T> rows)
    {
        rows.Complete(Needs.Items);
        return Canon.Map(rows.Items.ToDictionary(row => (object)KeyOf(row, rows.World)!, row => row.Item));
    }

    public override async Task<string> CountsAsync(ProfileQuery<T> query) =>
        Canon.Map(await query.CountByAsync(Selector));

    public override string Counts(Rows<T> rows)
    {
        rows.Complete(Needs.Items);
        return Canon.Map(
            rows.Items.GroupBy(row => KeyOf(row, rows.World))
                .Select(group => KeyValuePair.Create(group.Key, group.Count()))
        );
    }

    public override Expression<Func<T, int>> Length => Of<int>();

    public override Expression<Func<T, decimal?>> LengthOrNull => Of<decimal?>();

    /// <summary>Sorts what is in the order of its ties.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="world">Tells their keys.</param>
    /// <param name="descending">The direction.</param>
    /// <param name="isKnown">Whether the library can tell which field the key is.</param>
    public IEnumerable<MadeItem<T>> Sort(
        IEnumerable<MadeItem<T>> rows,
        ServedProfiles world,
        bool descending,
        bool isKnown
    )
    {
        if (Field == ServiceField.Name && isKnown)
            return rows.OrderBy(row => KeyOf(row, world) as string, new ServiceNames(descending));
        return descending ? rows.OrderByDescending(row => KeyOf(row, world)) : rows.OrderBy(row => KeyOf(row, world));
    }

    private Expression<Func<T, object>> AsObject() =>
        Expression.Lambda<Func<T, object>>(Expression.Convert(Selector.Body, typeof(object)), Selector.Parameters);

    private Expression<Func<T, TNumber>> Of<TNumber>() =>
        Expression.Lambda<Func<T, TNumber>>(
            typeof(TKey) == typeof(string)
                ? Expression.Convert(Expression.Property(Selector.Body, nameof(string.Length)), typeof(TNumber))
                : Expression.Default(typeof(TNumber)),
            Selector.Parameters
        );

    private Func<MadeItem<T>, TKey?> KeyIn(Rows<T> rows) => row => KeyOf(row, rows.World);

    private TKey? KeyOf(MadeItem<T> row, ServedProfiles world) => (TKey?)world.Value(Selector, row.Item);
}
