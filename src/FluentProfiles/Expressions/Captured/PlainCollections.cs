using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Expressions.Captured;

/// <summary>Knows the collections of the framework: of which the items can be copied, and in which of them membership is
/// plain equality. A collection of the caller's, a subclass included, may mean something else by it.</summary>
internal static class PlainCollections
{
    private static readonly HashSet<Assembly> Framework =
    [
        typeof(List<>).Assembly,
        typeof(LinkedList<>).Assembly,
        typeof(ImmutableArray).Assembly,
        typeof(ConcurrentDictionary<,>).Assembly,
        typeof(ObservableCollection<>).Assembly,
        typeof(Enumerable).Assembly,
        typeof(Queryable).Assembly,
    ];

    /// <summary>True when the items can be read and copied in place of the object: it is a collection of the framework, or
    /// none at all.</summary>
    public static bool IsReadable<T>(object source) =>
        source is IEnumerable<T> and not ImmutableArray<T> { IsDefault: true }
        && (source is not ICollection<T> || IsOfFramework(source.GetType()));

    /// <summary>True for a collection whose <c>Contains</c> compares item by item with the default equality.</summary>
    public static bool IsPlainList<T>(object source) =>
        source switch
        {
            T[] or ImmutableArray<T> { IsDefault: false } or ImmutableList<T> or ArraySegment<T> => true,
            List<T> or LinkedList<T> or Queue<T> or Stack<T> => IsOfFramework(source.GetType()),
            ReadOnlyCollection<T> or Collection<T> => IsOfFramework(source.GetType())
                && IsPlainList<T>(Wrapped<T>(source)),
            ICollection<T> => IsPlainList(source.GetType()),
            _ => false,
        };

    /// <summary>True for a set whose comparer is the default equality.</summary>
    public static bool IsPlainSet<T>(object source) =>
        source switch
        {
            HashSet<T> set => set.GetType() == typeof(HashSet<T>) && IsPlain(set.Comparer),
            FrozenSet<T> set => IsPlain(set.Comparer),
            ImmutableHashSet<T> set => IsPlain(set.KeyComparer),
            SortedSet<T> set => set.GetType() == typeof(SortedSet<T>) && IsPlain(set.Comparer),
            ImmutableSortedSet<T> set => IsPlain(set.KeyComparer),
            ICollection<string> => FSharpForm.IsSet(source.GetType()),
            _ => false,
        };

    /// <summary>The keys of a dictionary whose comparer is the default equality; null for any other object.</summary>
    public static IEnumerable<TKey>? KeysOf<TKey, TValue>(object source)
        where TKey : notnull =>
        source switch
        {
            Dictionary<TKey, TValue> known when known.GetType() == typeof(Dictionary<TKey, TValue>) => IsPlain(
                known.Comparer
            )
                ? known.Keys
                : null,
            ConcurrentDictionary<TKey, TValue> known
                when known.GetType() == typeof(ConcurrentDictionary<TKey, TValue>) => IsPlain(known.Comparer)
                ? known.Keys
                : null,
            SortedDictionary<TKey, TValue> known when known.GetType() == typeof(SortedDictionary<TKey, TValue>) =>
                IsPlain(known.Comparer) ? known.Keys : null,
            SortedList<TKey, TValue> known when known.GetType() == typeof(SortedList<TKey, TValue>) => IsPlain(
                known.Comparer
            )
                ? known.Keys
                : null,
            FrozenDictionary<TKey, TValue> known => IsPlain(known.Comparer) ? known.Keys : null,
            ImmutableDictionary<TKey, TValue> known => IsPlain(known.KeyComparer) ? known.Keys : null,
            ImmutableSortedDictionary<TKey, TValue> known => IsPlain(known.KeyComparer) ? known.Keys : null,
            _ => null,
        };

    /// <summary>True for a comparer that is known to be the default equality.</summary>
    public static bool IsPlain<T>(IEqualityComparer<T>? comparer) =>
        comparer is null
        || ReferenceEquals(comparer, EqualityComparer<T>.Default)
        || ReferenceEquals(comparer, StringComparer.Ordinal);

    // The default order of texts is a culture's, which finds different texts equal.
    private static bool IsPlain<T>(IComparer<T> comparer) =>
        ReferenceEquals(comparer, StringComparer.Ordinal)
        || (
            ReferenceEquals(comparer, Comparer<T>.Default)
            && (Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)) is { IsValueType: true, IsGenericType: false } type
            && (type.IsEnum || type.Assembly == typeof(int).Assembly)
        );

    /// <summary>True for a type of .NET's, or one that the compiler makes.</summary>
    public static bool IsOfFramework(Type type) =>
        type.IsArray || Framework.Contains(type.Assembly) || IsOfCompiler(type);

    private static bool IsPlainList(Type type) =>
        type.Assembly == typeof(Enumerable).Assembly
        || IsOfCompiler(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>.ValueCollection));

    // The compiler makes a type of the application's for [a, b] as an IEnumerable or IReadOnlyList.
    private static bool IsOfCompiler(Type type) =>
        type.Name.StartsWith("<>z__ReadOnly", StringComparison.Ordinal)
        && type.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private static object Wrapped<T>(object wrapper) =>
        (wrapper is ReadOnlyCollection<T> ? typeof(ReadOnlyCollection<T>) : typeof(Collection<T>))
            .GetProperty("Items", BindingFlags.Instance | BindingFlags.NonPublic)!
            .GetValue(wrapper)!;
}
