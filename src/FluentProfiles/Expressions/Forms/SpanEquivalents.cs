using System.Collections;
using System.Reflection;

namespace FluentProfiles.Expressions.Forms;

/// <summary>What <see cref="MemoryExtensions"/> does, over arrays and texts instead of spans. Of objects, so that an
/// application that is compiled ahead of time has it for every type. A null array is an empty one, as for a span.</summary>
internal static class SpanEquivalents
{
    /// <summary>The methods by name.</summary>
    public static IReadOnlyDictionary<string, MethodInfo> ByName { get; } =
        new Func<IEnumerable?, IEnumerable?, Func<object?, object?, bool>?, bool>[]
        {
            Contains,
            ContainsAny,
            ContainsAnyExcept,
            EndsWith,
            SequenceEqual,
            StartsWith,
        }
            .Select(twin => twin.Method)
            .Concat(
                new Func<IEnumerable?, IEnumerable?, Func<object?, object?, bool>?, int>[]
                {
                    CommonPrefixLength,
                    Count,
                    IndexOf,
                    IndexOfAny,
                    IndexOfAnyExcept,
                    LastIndexOf,
                    LastIndexOfAny,
                }.Select(twin => twin.Method)
            )
            .ToDictionary(twin => twin.Name);

    public static bool Contains(IEnumerable? items, IEnumerable? sought, Func<object?, object?, bool>? equal) =>
        IndexOf(items, sought, equal) >= 0;

    public static bool ContainsAny(IEnumerable? items, IEnumerable? some, Func<object?, object?, bool>? equal) =>
        IndexOfAny(items, some, equal) >= 0;

    public static bool ContainsAnyExcept(IEnumerable? items, IEnumerable? some, Func<object?, object?, bool>? equal) =>
        IndexOfAnyExcept(items, some, equal) >= 0;

    public static bool SequenceEqual(IEnumerable? items, IEnumerable? others, Func<object?, object?, bool>? equal)
    {
        var (left, right) = (Listed(items), Listed(others));
        return left.Length == right.Length && IsAt(left, right, 0, equal);
    }

    public static bool StartsWith(IEnumerable? items, IEnumerable? start, Func<object?, object?, bool>? equal) =>
        IsAt(Listed(items), Listed(start), 0, equal);

    public static bool EndsWith(IEnumerable? items, IEnumerable? end, Func<object?, object?, bool>? equal)
    {
        var (all, last) = (Listed(items), Listed(end));
        return IsAt(all, last, all.Length - last.Length, equal);
    }

    public static int CommonPrefixLength(
        IEnumerable? items,
        IEnumerable? others,
        Func<object?, object?, bool>? equal
    ) => Listed(items).Zip(Listed(others)).TakeWhile(pair => Same(pair.First, pair.Second, equal)).Count();

    public static int IndexOf(IEnumerable? items, IEnumerable? sought, Func<object?, object?, bool>? equal)
    {
        var part = Listed(sought);
        if (items is IList list && part is [var only] && equal is null)
            return list.IndexOf(only);
        var all = Listed(items);
        return IndexWhere(all.Length - part.Length + 1, position => IsAt(all, part, position, equal));
    }

    public static int LastIndexOf(IEnumerable? items, IEnumerable? sought, Func<object?, object?, bool>? equal)
    {
        var (all, part) = (Listed(items), Listed(sought));
        return LastIndexWhere(all.Length - part.Length, position => IsAt(all, part, position, equal));
    }

    public static int IndexOfAny(IEnumerable? items, IEnumerable? some, Func<object?, object?, bool>? equal)
    {
        var (all, any) = (Listed(items), Listed(some));
        return IndexWhere(all.Length, position => IsAmong(all[position], any, equal));
    }

    public static int IndexOfAnyExcept(IEnumerable? items, IEnumerable? some, Func<object?, object?, bool>? equal)
    {
        var (all, any) = (Listed(items), Listed(some));
        return IndexWhere(all.Length, position => !IsAmong(all[position], any, equal));
    }

    public static int LastIndexOfAny(IEnumerable? items, IEnumerable? some, Func<object?, object?, bool>? equal)
    {
        var (all, any) = (Listed(items), Listed(some));
        return LastIndexWhere(all.Length - 1, position => IsAmong(all[position], any, equal));
    }

    // Occurrences do not overlap, and nothing occurs nowhere.
    public static int Count(IEnumerable? items, IEnumerable? sought, Func<object?, object?, bool>? equal)
    {
        var (all, part) = (Listed(items), Listed(sought));
        var count = 0;
        for (var position = 0; part.Length > 0 && position <= all.Length - part.Length; position++)
        {
            if (!IsAt(all, part, position, equal))
                continue;
            count++;
            position += part.Length - 1;
        }
        return count;
    }

    private static object?[] Listed(IEnumerable? items) => items is null ? [] : [.. items.Cast<object?>()];

    private static bool IsAt(object?[] all, object?[] part, int position, Func<object?, object?, bool>? equal) =>
        position >= 0
        && position + part.Length <= all.Length
        && !part.Where((item, offset) => !Same(all[position + offset], item, equal)).Any();

    private static bool IsAmong(object? item, object?[] any, Func<object?, object?, bool>? equal) =>
        Array.Exists(any, one => Same(item, one, equal));

    private static bool Same(object? left, object? right, Func<object?, object?, bool>? equal) =>
        equal is null ? Equals(left, right) : equal(left, right);

    private static int IndexWhere(int count, Predicate<int> holds)
    {
        for (var position = 0; position < count; position++)
        {
            if (holds(position))
                return position;
        }
        return -1;
    }

    private static int LastIndexWhere(int last, Predicate<int> holds)
    {
        for (var position = last; position >= 0; position--)
        {
            if (holds(position))
                return position;
        }
        return -1;
    }
}
