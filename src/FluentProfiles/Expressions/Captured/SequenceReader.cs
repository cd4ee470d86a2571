using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Expressions.Captured;

/// <summary>Reads captured sequences whose items are of one type.</summary>
internal abstract class SequenceReader
{
    /// <summary>More are taken for a sequence without an end.</summary>
    private const int MostItems = 10_000_000;

    /// <summary>The reader of a type; null for what no sequence holds, such as a span.</summary>
    public static SequenceReader? Of(Type item) =>
        ValueForms.Of(item)?.ReaderOf(item)
        ?? NullableTypes.ReaderOf(item)
        ?? (
            item == typeof(object) ? SequenceReader<object>.Instance
            : item.IsByRef || item.IsByRefLike || item.IsPointer ? null
            : RuntimeFeature.IsDynamicCodeSupported
                ? (SequenceReader?)
                    typeof(SequenceReader)
                        .GetMethod(nameof(Make), BindingFlags.Static | BindingFlags.NonPublic)!
                        .MakeGenericMethod(item)
                        .Invoke(null, null)
            : new UntypedReader(item)
        );

    /// <summary>The items, in order, or null where the object is used as it is.</summary>
    public abstract Array? Items(object source);

    /// <summary>Membership by a collection's own method, as a call that <see cref="ContainsCall"/> reads; null where it has a
    /// meaning of its own.</summary>
    public abstract MethodCallExpression? ContainsOf(object source, Expression item);

    /// <summary>Membership by <see cref="Enumerable"/>, which leaves it to a collection's own method.</summary>
    public abstract MethodCallExpression? Contains(object source, Expression item);

    /// <summary>Membership by <see cref="Enumerable"/> with a comparer; null where that is not the default equality.</summary>
    public abstract MethodCallExpression? EqualsAny(object source, object? comparer, Expression item);

    /// <summary>Membership among the keys of a dictionary of the framework that compares them by default equality, else
    /// null.</summary>
    public abstract MethodCallExpression? ContainsKey(object source, Expression key);

    /// <summary>True for a sequence that may give other items, or none, when it is read again.</summary>
    public abstract bool IsLazy(object source);

    /// <summary>True for a collection, which can be read any number of times.</summary>
    public abstract bool IsCollection(object source);

    /// <summary>The distinct items whose first position passes a test.</summary>
    public abstract Array At(Array items, Func<int, bool> position);

    /// <summary>Items that were read as another type, or null where they are not of this type.</summary>
    public abstract Array? Typed(Array items);

    /// <summary>Items as the queryable that they are in place of.</summary>
    public abstract IQueryable AsQueryable(object items);

    protected static T[] ReadAll<T>(IEnumerable<T> source)
    {
        T[] items = [.. source.Take(MostItems + 1)];
        return items.Length <= MostItems
            ? items
            : throw new InvalidOperationException(
                $"The sequence has more than {MostItems:N0} items. A sequence in a condition is read whole when the query is planned: bound it, or use it in WhereOnClient."
            );
    }

    private static SequenceReader<T> Make<T>() => SequenceReader<T>.Instance;
}
