using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
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

    private static readonly HashSet<Type> Dictionaries =
    [
        typeof(Dictionary<,>),
        typeof(ConcurrentDictionary<,>),
        typeof(SortedDictionary<,>),
        typeof(SortedList<,>),
        typeof(FrozenDictionary<,>),
        typeof(ImmutableDictionary<,>),
        typeof(ImmutableSortedDictionary<,>),
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

    /// <summary>The keys of a dictionary of the framework whose comparer is the default equality; null for any other
    /// object.</summary>
    [DynamicDependency("Comparer", typeof(Dictionary<,>))]
    [DynamicDependency("Comparer", typeof(ConcurrentDictionary<,>))]
    [DynamicDependency("Comparer", typeof(SortedDictionary<,>))]
    [DynamicDependency("Comparer", typeof(SortedList<,>))]
    [DynamicDependency("Comparer", typeof(FrozenDictionary<,>))]
    [DynamicDependency("KeyComparer", typeof(ImmutableDictionary<,>))]
    [DynamicDependency("KeyComparer", typeof(ImmutableSortedDictionary<,>))]
    public static IEnumerable<TKey>? KeysOf<TKey>(object source) =>
        source is IDictionary dictionary
        && IsDictionary(source.GetType())
        && CapturedCollection.ComparerOf(source) switch
        {
            IEqualityComparer<TKey> equality => IsPlain(equality),
            IComparer<TKey> order => IsPlain(order),
            _ => false,
        }
            ? dictionary.Keys.Cast<TKey>()
            : null;

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

    private static bool IsDictionary(Type type) =>
        IsOfFramework(type)
        && CapturedCollection
            .Bases(type)
            .Any(known => known.IsGenericType && Dictionaries.Contains(known.GetGenericTypeDefinition()));

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
