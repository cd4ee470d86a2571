using System.Linq.Expressions;
using FluentProfiles.Expressions.Forms;

namespace FluentProfiles.Planning.Filters;

/// <summary>Translates a test of one part of a profile into the values that pass it, or declines with null.</summary>
/// <param name="isPart">Recognises the part.</param>
internal sealed class ValueSetTranslator<T>(Func<Expression, bool> isPart)
{
    public IReadOnlyList<T>? Translate(ValueTest test) =>
        test switch
        {
            { Equality: { } equality } => One(equality.Left, equality.Right) ?? One(equality.Right, equality.Left),
            { Membership: { Item: var item } contains } when isPart(WithoutFallback(item)) => Among(
                item,
                Items(contains)
            ),
            _ => null,
        };

    private static List<T>? Items(ContainsCall contains) =>
        (contains.ItemsOf<T>() ?? contains.NullableItemsOf<T>())?.Distinct().ToList();

    private IReadOnlyList<T>? One(Expression item, Expression value) =>
        isPart(WithoutFallback(item)) && ComparisonForm.Bare(value) is ConstantExpression constant
            ? constant.Value switch
            {
                T known => Among(item, [known]),
                null when !typeof(T).IsValueType => Among(item, [default!]),
                _ => null,
            }
            : null;

    // A value that is in the place of a missing one says nothing of those that are there.
    private static IReadOnlyList<T>? Among(Expression item, IReadOnlyList<T>? values) =>
        values is not null
        && ComparisonForm.Bare(item) is BinaryExpression { NodeType: ExpressionType.Coalesce, Right: var fallback }
        && (ComparisonForm.Bare(fallback) is not ConstantExpression { Value: T other } || values.Contains(other))
            ? null
            : values;

    private static Expression WithoutFallback(Expression item) =>
        ComparisonForm.Bare(item) is BinaryExpression { NodeType: ExpressionType.Coalesce, Conversion: null } either
            ? either.Left
            : item;
}
