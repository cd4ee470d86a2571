using System.Linq.Expressions;
using FluentProfiles.Model;
using FluentProfiles.Planning.Expressions;

namespace FluentProfiles.Planning.Conditions;

/// <summary>Translates a condition that holds a field to some values (<c>==</c>, <c>||</c>, <c>Equals</c>, <c>Contains</c>) into
/// the set of them, or declines with null. <c>!=</c> is declined: its complement is not known.</summary>
/// <param name="field">A field of the profile itself.</param>
internal sealed class ValueSetTranslator<T>(ProfileField field)
{
    public IReadOnlyList<T>? Translate(Expression condition) =>
        condition switch
        {
            BinaryExpression { NodeType: ExpressionType.Equal } equal => One(equal.Left, equal.Right)
                ?? One(equal.Right, equal.Left),
            BinaryExpression { NodeType: ExpressionType.OrElse } either => Union(
                Translate(either.Left),
                Translate(either.Right)
            ),
            MethodCallExpression { Method.Name: nameof(Equals), Object: { } left, Arguments: [var right] } => One(
                left,
                right
            ) ?? One(right, left),
            MethodCallExpression { Method.Name: nameof(Equals), Object: null, Arguments: [var left, var right] } call
                when call.Method.DeclaringType == typeof(T) => One(left, right) ?? One(right, left),
            MethodCallExpression call when ContainsCall.Read(call) is { } contains && IsField(contains.Item) => contains
                .ItemsOf<T>()
                ?.Distinct()
                .ToList(),
            _ => null,
        };

    private T[]? One(Expression item, Expression value) =>
        IsField(item) && value is ConstantExpression constant
            ? constant.Value switch
            {
                T known => [known],
                null when !typeof(T).IsValueType => [default!],
                _ => null,
            }
            : null;

    private static List<T>? Union(IReadOnlyList<T>? left, IReadOnlyList<T>? right) =>
        left is null || right is null ? null : [.. left.Union(right)];

    private bool IsField(Expression node) =>
        node is MemberExpression { Expression: ParameterExpression } member
        && ProfileSchema.Find(member.Member) == field;
}
