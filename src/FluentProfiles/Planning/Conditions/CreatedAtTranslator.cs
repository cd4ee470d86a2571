using System.Linq.Expressions;
using FluentProfiles.Model;

namespace FluentProfiles.Planning.Conditions;

/// <summary>Translates a bound on the time of creation into a range, or declines with null.</summary>
internal static class CreatedAtTranslator
{
    private static readonly TimeSpan Tick = new(1);

    public static CreatedAtRange? Translate(Expression condition) =>
        condition is BinaryExpression comparison
            ? IsField(comparison.Left)
                ? Range(comparison.NodeType, comparison.Right)
                : IsField(comparison.Right)
                    ? Range(Turned(comparison.NodeType), comparison.Left)
                    : null
            : null;

    private static CreatedAtRange? Range(ExpressionType comparison, Expression bound) =>
        bound is not ConstantExpression { Value: var value } ? null
        : value is DateTimeOffset time ? Range(comparison, time)
        // Compared with null, nothing holds.
        : value is null && comparison != ExpressionType.NotEqual ? CreatedAtRange.Empty
        : null;

    private static CreatedAtRange? Range(ExpressionType comparison, DateTimeOffset time) =>
        comparison switch
        {
            ExpressionType.Equal => new(time, time),
            ExpressionType.GreaterThanOrEqual => CreatedAtRange.All with { From = time },
            ExpressionType.LessThanOrEqual => CreatedAtRange.All with { To = time },
            ExpressionType.GreaterThan => time == DateTimeOffset.MaxValue
                ? CreatedAtRange.Empty
                : CreatedAtRange.All with
                {
                    From = time + Tick,
                },
            ExpressionType.LessThan => time == DateTimeOffset.MinValue
                ? CreatedAtRange.Empty
                : CreatedAtRange.All with
                {
                    To = time - Tick,
                },
            _ => null,
        };

    private static ExpressionType Turned(ExpressionType comparison) =>
        comparison switch
        {
            ExpressionType.LessThan => ExpressionType.GreaterThan,
            ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
            ExpressionType.GreaterThan => ExpressionType.LessThan,
            ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
            _ => comparison,
        };

    private static bool IsField(Expression node) =>
        node switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert, Method: null } conversion => IsField(
                conversion.Operand
            ),
            MemberExpression { Expression: ParameterExpression } member => ProfileSchema.Find(member.Member)
                == ProfileSchema.CreatedAt,
            _ => false,
        };
}
