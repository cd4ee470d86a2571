using System.Linq.Expressions;

namespace FluentProfiles.Planning.Conditions;

/// <summary>Translates a test of one part of a profile into the values that pass it, or declines with null.</summary>
/// <param name="isPart">Recognises the part.</param>
internal sealed class ValueSetTranslator<T>(Func<Expression, bool> isPart)
{
    public IReadOnlyList<T>? Translate(ValueTest test) =>
        test switch
        {
            { Equality: { } equality } => One(equality.Left, equality.Right) ?? One(equality.Right, equality.Left),
            { Membership: { } contains } when isPart(contains.Item) => contains.ItemsOf<T>()?.Distinct().ToList()
                ?? contains.NullableItemsOf<T>()?.Distinct().ToList(),
            _ => null,
        };

    private T[]? One(Expression item, Expression value) =>
        isPart(item) && ComparisonForm.Bare(value) is ConstantExpression constant
            ? constant.Value switch
            {
                T known => [known],
                null when !typeof(T).IsValueType => [default!],
                _ => null,
            }
            : null;
}
