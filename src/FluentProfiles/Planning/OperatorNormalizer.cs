using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;
using FluentProfiles.Operators;
using FluentProfiles.Operators.Orders;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning.Explain;

namespace FluentProfiles.Planning;

/// <summary>Moves what can be said of the profile before the <c>Select</c>: an operator after a selector that only names
/// members, and whatever does not look at the item at all.</summary>
/// <param name="count">How many operators there are.</param>
internal sealed class OperatorNormalizer(int count)
{
    private LambdaExpression? selector;
    private QueryOperator? select;

    /// <summary>Operators over the profile, to which the planner can look for something the service does.</summary>
    public List<QueryOperator> OverProfile { get; } = new(count);

    /// <summary>The <c>Select</c> and what had to stay behind it.</summary>
    public List<QueryOperator> OverItems { get; } = [];

    private bool IsTransparent => selector is null || SelectorComposition.IsTransparent(selector);

    public static OperatorNormalizer Normalize(QueryOperator[] operators)
    {
        var normalizer = new OperatorNormalizer(operators.Length);
        foreach (var next in operators)
            normalizer.Add(next);
        if (normalizer.select is { } select && !IsIdentity(normalizer.selector!))
            normalizer.OverItems.Insert(0, select);
        return normalizer;
    }

    private void Add(QueryOperator next)
    {
        if (OverItems.Count > 0)
            AddBehind(next);
        else if (
            next
            is WindowOperator
                or DefaultOrderOperator
                or DetailsOperator
                or ReverseOperator
                or LastOperator
                or UnorderedOperator
        )
            OverProfile.Add(next.OverProfile(null, null));
        else if (next.Body is null || !IsTransparent)
            AddBehindSelector(next);
        else
            AddSeenThrough(selector is null ? next : Composed(next, next.Lambda!));
    }

    private void AddSeenThrough(QueryOperator next)
    {
        if (next is SelectOperator)
            (selector, select) = (next.Lambda, next);
        else
            OverProfile.Add(next);
    }

    private QueryOperator Composed(QueryOperator next, LambdaExpression lambda) =>
        next.OverProfile(SelectorComposition.Compose(selector!, lambda), selector!.Parameters[0]);

    private void AddBehindSelector(QueryOperator next)
    {
        if (selector is null || IsIdentity(selector))
            OverProfile.Add(next);
        else
            OverItems.Add(next);
    }

    private void AddBehind(QueryOperator next) =>
        OverItems.Add(
            next is DefaultOrderOperator or DetailsOperator ? throw UnsupportedQuery.BehindSelect(next) : next
        );

    private static bool IsIdentity(LambdaExpression selector) => selector.Body == selector.Parameters[0];
}
