using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using FluentProfiles.Expressions.Text;

namespace FluentProfiles.Expressions.Captured;

/// <summary>Reads sequences of a type that the library does not know, in an application compiled ahead of time: as objects, into
/// an array of the type. What takes code for the type is left to the collection itself.</summary>
/// <param name="type">The type of the items.</param>
internal sealed class UntypedReader(Type type) : SequenceReader
{
    public override Array? Items(object source) =>
        source is IEnumerable items && (!IsCollection(source) || PlainCollections.IsOfFramework(source.GetType()))
            ? Copied(ReadAll(items.Cast<object?>()))
            : null;

    public override MethodCallExpression? ContainsOf(object source, Expression item) => null;

    public override MethodCallExpression? Contains(object source, Expression item) => null;

    public override MethodCallExpression? EqualsAny(object source, object? comparer, Expression item) => null;

    public override MethodCallExpression? ContainsKey(object source, Expression key) => null;

    public override bool IsLazy(object source) =>
        source is IEnumerable and not (ICollection or string)
        && !CapturedCollection.Implements(source, typeof(ICollection<>))
        && !CapturedCollection.Implements(source, typeof(IReadOnlyCollection<>));

    public override bool IsCollection(object source) =>
        source is not IEnumerable || CapturedCollection.Implements(source, typeof(ICollection<>));

    public override Array At(Array items, Func<int, bool> position)
    {
        HashSet<object?> seen = [];
        return Copied([.. items.Cast<object?>().Where((item, i) => seen.Add(item) && position(i))]);
    }

    public override Array? Typed(Array items) =>
        items.GetType().GetElementType() == type ? items
        : items is object?[] objects ? Copied(objects)
        : null;

    [UnconditionalSuppressMessage(
        "Trimming",
        "IL2026",
        Justification = "The caller made a queryable of the same kind."
    )]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The caller made a queryable of the same kind.")]
    public override IQueryable AsQueryable(object items) => ((IEnumerable)items).AsQueryable();

    [UnconditionalSuppressMessage(
        "AOT",
        "IL3050",
        Justification = "Where there is none, the query is refused in words."
    )]
    private Array Copied(object?[] items)
    {
        try
        {
            var array = Array.CreateInstance(type, items.Length);
            for (var i = 0; i < items.Length; i++)
                array.SetValue(items[i], i);
            return array;
        }
        catch (NotSupportedException)
        {
            throw UnsupportedExpression.NotReadAheadOfTime(type);
        }
    }
}
