using System.Linq.Expressions;

namespace FluentProfiles.Expressions.Forms;

/// <summary>Converts numbers that compare equal to one form: 0.0 and -0.0, 1.0m and 1.00m. Only comparisons treat them
/// alike; other code may print them or divide by them.</summary>
internal static class ComparedNumber
{
    // Dividing by it removes trailing zeros.
    private const decimal One = 1.0000000000000000000000000000m;

    public static Expression Of(Expression operand) =>
        operand is ConstantExpression { Value: { } value }
            ? value switch
            {
                0d => Expression.Constant(0d, operand.Type),
                0f => Expression.Constant(0f, operand.Type),
                decimal number => Expression.Constant(number / One, operand.Type),
                _ => operand,
            }
            : operand;
}
