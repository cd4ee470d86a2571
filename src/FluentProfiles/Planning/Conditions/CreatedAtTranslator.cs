using System.Linq.Expressions;
using FluentProfiles.Model;

namespace FluentProfiles.Planning.Conditions;

/// <summary>Translates a bound on the time of creation into a range, or declines with null.</summary>
internal static class CreatedAtTranslator
{
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
            ExpressionType.GreaterThan => Moved(time, 1) is { } from
                ? CreatedAtRange.All with
                {
                    From = from,
                }
                : CreatedAtRange.Empty,
            ExpressionType.LessThan => Moved(time, -1) is { } to
                ? CreatedAtRange.All with
                {
                    To = to,
                }
                : CreatedAtRange.Empty,
            _ => null,
        };

    // In UTC: the clock time of another offset ends before the last moment, or begins after the first.
    private static DateTimeOffset? Moved(DateTimeOffset time, int ticks) =>
        time == (ticks > 0 ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue)
            ? null
            : new(time.UtcTicks + ticks, TimeSpan.Zero);

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
