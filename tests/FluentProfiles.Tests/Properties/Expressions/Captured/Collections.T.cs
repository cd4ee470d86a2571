using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Captured;

/// <summary>Collections of items: of the framework, with comparers, of the application's own, and sequences that are
/// none.</summary>
internal static class Collections<T>
{
    private static readonly Func<T[], object>[] Any =
    [
        items => items,
        items => items.ToList(),
        items => new HashSet<T>(items),
        items => new HashSet<T>(items, new OddComparer<T>()),
        items => new LinkedList<T>(items),
        items => new Queue<T>(items),
        items => new Stack<T>(items),
        items => new ReadOnlyCollection<T>(items),
        items => new Collection<T>(items),
        items => new ObservableCollection<T>(items),
        items => new ConcurrentBag<T>(items),
        items => new ConcurrentQueue<T>(items),
        items => new BlockingCollection<T>(new ConcurrentQueue<T>(items)),
        items => new ArraySegment<T>(items),
        items => items.ToImmutableArray(),
        items => items.ToImmutableList(),
        items => items.ToImmutableHashSet(),
        items => items.ToImmutableHashSet(new OddComparer<T>()),
        items => items.ToFrozenSet(),
        items => new LongList<T>(items),
        items => new ResettableSequence<T>(items),
        items => Iterated(items),
        items => items.Where(_ => true),
    ];

    private static readonly Func<T[], object>[] Ordered =
    [
        items => new SortedSet<T>(items),
        items => items.ToImmutableSortedSet(),
    ];

    private static readonly Func<T[], object>[] Texts =
    [
        items => new HashSet<string>(As(items), StringComparer.OrdinalIgnoreCase),
        items => new HashSet<string>(As(items), StringComparer.Ordinal),
        items => new SortedSet<string>(As(items), StringComparer.Ordinal),
        items => As(items).ToFrozenSet(StringComparer.OrdinalIgnoreCase),
        items => As(items).ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase),
        items => Known(items).ToDictionary(item => item, item => item, StringComparer.OrdinalIgnoreCase),
        items => Known(items).ToDictionary(item => item, item => item),
        items => new SortedDictionary<string, string>(Known(items).ToDictionary(item => item)),
        items => new ConcurrentDictionary<string, string>(Known(items).ToDictionary(item => item)),
        items => Known(items).ToImmutableDictionary(item => item),
        items => Known(items).ToDictionary(item => item).Keys,
    ];

    public static object Make(Draw draw, T[] items)
    {
        List<Func<T[], object>> makers = [.. Any];
        if (typeof(IComparable).IsAssignableFrom(Universe.Bare(typeof(T))))
            makers.AddRange(Ordered);
        if (typeof(T) == typeof(string))
            makers.AddRange(Texts);
        return draw.One(makers)(items);
    }

    private static IEnumerable<string> As(T[] items) => (string[])(object)items;

    private static IEnumerable<string> Known(T[] items) => As(items).Where(item => item is not null).Distinct();

    private static IEnumerable<T> Iterated(T[] items)
    {
        foreach (var item in items)
            yield return item;
    }
}
