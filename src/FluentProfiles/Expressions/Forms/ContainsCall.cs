using System.Collections;
using System.Linq.Expressions;
using FluentProfiles.Expressions.Captured;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Membership that the library looks up itself, in captured items, as <see cref="CapturedSequences"/> leaves it. Any
/// other call is no more than a call.</summary>
/// <param name="Items">An array or a <see cref="CapturedSet{T}"/>.</param>
/// <param name="Item">What is looked for.</param>
/// <param name="IsKey">True for a key of a dictionary, which must not be null.</param>
internal sealed record ContainsCall(object Items, Expression Item, bool IsKey)
{
    /// <summary>The parts of the call, or null for another call.</summary>
    public static ContainsCall? Read(MethodCallExpression call) =>
        call switch
        {
            { Method.Name: nameof(Enumerable.Contains), Arguments: [ConstantExpression { Value: { } items }, var item] }
                when call.Method.DeclaringType == typeof(Enumerable) => new(items, item, IsKey: false),
            {
                Method.Name: nameof(CapturedSet<int>.ContainsKey),
                Object: ConstantExpression { Value: { } keys },
                Arguments: [var key]
            } => new(keys, key, IsKey: true),
            _ => null,
        };

    /// <summary>The items, or null where they are of another type or belong to the caller.</summary>
    public IReadOnlyCollection<T>? ItemsOf<T>() =>
        Items is CapturedSet<T> || (Items is T[] && !IsKey) ? (IReadOnlyCollection<T>)Items : null;

    /// <summary>The items of the nullable form of a type, with the type's default for null; null where they are of another
    /// type.</summary>
    public IEnumerable<T>? NullableItemsOf<T>() =>
        !IsKey && CapturedCollection.IsCopy(Items) && Nullable.GetUnderlyingType(ItemType) == typeof(T)
            ? ((IEnumerable)Items).Cast<object?>().Select(item => item is T value ? value : default!)
            : null;

    private Type ItemType =>
        Items.GetType() is { IsArray: true } array ? array.GetElementType()! : Items.GetType().GenericTypeArguments[0];
}
