using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Expressions.Captured;

internal sealed class SequenceReader<T> : SequenceReader
{
    private static readonly MethodInfo ContainsMethod = ((Func<IEnumerable<T>, T, bool>)Enumerable.Contains).Method;
    private static readonly MethodInfo KeyMethod = ((Func<T, bool>)new CapturedSet<T>([]).ContainsKey).Method;

    private static readonly ValueForm? ExtensibleEnum =
        Nullable.GetUnderlyingType(typeof(T)) is { } type && Lifting.IsOwnNull(type) ? ValueForms.Of(type) : null;

    public static SequenceReader<T> Instance { get; } = new();

    public override Array? Items(object source) =>
        PlainCollections.IsReadable<T>(source) ? Read((IEnumerable<T>)source) : null;

    public override MethodCallExpression? ContainsOf(object source, Expression item) =>
        PlainCollections.IsPlainSet<T>(source) ? In(new CapturedSet<T>(Normal((IEnumerable<T>)source)), item)
        : PlainCollections.IsPlainList<T>(source) ? In(Read((IEnumerable<T>)source), item)
        : null;

    public override MethodCallExpression? Contains(object source, Expression item) =>
        source is IEnumerable<T> items and not ICollection<T> ? In(Read(items), item) : ContainsOf(source, item);

    public override MethodCallExpression? EqualsAny(object source, object? comparer, Expression item) =>
        IsPlain(comparer) && Items(source) is { } items ? In(items, item) : null;

    public override MethodCallExpression? ContainsKey(object source, Expression key) =>
        PlainCollections.KeysOf<T>(source) is { } keys
            ? Expression.Call(Expression.Constant(new CapturedSet<T>(keys)), KeyMethod, key)
            : null;

    public override bool IsLazy(object source) =>
        source is IEnumerable<T> items and not (ICollection or ICollection<T> or IReadOnlyCollection<T> or string)
        && !items.TryGetNonEnumeratedCount(out _);

    public override bool IsCollection(object source) => source is not IEnumerable<T> or ICollection<T>;

    public override Array At(Array items, Func<int, bool> position)
    {
        HashSet<T> seen = [];
        return ((T[])items).Where((item, i) => seen.Add(item) && position(i)).ToArray();
    }

    public override Array? Typed(Array items) =>
        items is T[] ? items
        : items is object?[] objects ? Array.ConvertAll(objects, item => (T)item!)
        : null;

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "The caller made a queryable of the same kind."
    )]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The caller made a queryable of the same kind.")]
    public override IQueryable AsQueryable(object items) => ((IEnumerable<T>)items).AsQueryable();

    // The nullable form of an extensible enum has one null: that of the expression that is looked for has no other, either.
    private static IEnumerable<T> Normal(IEnumerable<T> items) =>
        ExtensibleEnum is { } kind ? items.Select(item => (T)kind.Held(item, isNullable: true)!) : items;

    private static bool IsPlain(object? comparer) =>
        comparer is null || (comparer is IEqualityComparer<T> known && PlainCollections.IsPlain(known));

    private static MethodCallExpression In(object items, Expression item) =>
        Expression.Call(ContainsMethod, Expression.Constant(items), item);

    private static T[] Read(IEnumerable<T> source) => ReadAll(Normal(source));
}
