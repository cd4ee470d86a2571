using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Query;

/// <summary>Joins two selectors to one, so that a plan sees what both read.</summary>
internal static class KeyedElement
{
    public static Expression<Func<T, KeyValuePair<TKey, TElement>>> Selector<T, TKey, TElement>(
        Expression<Func<T, TKey>> key,
        Expression<Func<T, TElement>> element
    )
    {
        var ofSameItem = new ParameterReplacer(element.Parameters[0], key.Parameters[0]).Visit(element.Body);
        var constructor = ((Expression<Func<KeyValuePair<TKey, TElement>>>)(() => new(default!, default!))).Body;
        return Expression.Lambda<Func<T, KeyValuePair<TKey, TElement>>>(
            ((NewExpression)constructor).Update([key.Body, ofSameItem]),
            key.Parameters
        );
    }
}
