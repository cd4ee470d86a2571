using System.Globalization;
using System.Linq.Expressions;
using System.Numerics;
using FluentProfiles.Tests.Properties.Expressions.Grammar;

namespace FluentProfiles.Tests.Properties.Expressions.Oracle;

/// <summary>The operators and conversions that no method stands for.</summary>
internal static class Primitive
{
    public static object Of(ExpressionType what, object left, object right) =>
        (left, right) switch
        {
            (bool one, bool other) => Flags(what, one, other),
            (int one, int other) => Integers(what, one, other, other),
            (long one, long other) => Integers(what, one, other, unchecked((int)other)),
            (long one, int places) when what == ExpressionType.LeftShift => one << places,
            (double one, double other) => Numbers(what, one, other),
            (char one, char other) => Numbers(what, one, other),
            _ => throw new NotSupportedException($"The oracle does not know {what} of {left.GetType()}"),
        };

    public static object Of(ExpressionType what, object value) =>
        value switch
        {
            bool flag => !flag,
            int number => Sign(what, number),
            long number => Sign(what, number),
            _ => throw new NotSupportedException($"The oracle does not know {what} of {value.GetType()}"),
        };

    /// <summary>A value as another type: widened, narrowed, boxed or unboxed.</summary>
    public static object Converted(object value, Type type)
    {
        var bare = Universe.Bare(type);
        if (bare.IsInstanceOfType(value))
            return value;
        if (bare.IsEnum && value is int number)
            return Enum.ToObject(bare, number);
        return (value, Type.GetTypeCode(bare)) switch
        {
            (long wide, TypeCode.Int32) => unchecked((int)wide),
            (int or char or Enum, TypeCode.Int32 or TypeCode.Int64 or TypeCode.Double) => Convert.ChangeType(
                value,
                bare,
                CultureInfo.InvariantCulture
            ),
            _ => throw new InvalidCastException(),
        };
    }

    private static bool Flags(ExpressionType what, bool left, bool right) =>
        what switch
        {
            ExpressionType.And => left & right,
            ExpressionType.Or => left | right,
            ExpressionType.ExclusiveOr => left ^ right,
            _ => throw new NotSupportedException($"The oracle does not know {what}"),
        };

    private static object Integers<T>(ExpressionType what, T left, T right, int places)
        where T : struct, IBinaryInteger<T> =>
        what switch
        {
            ExpressionType.And => left & right,
            ExpressionType.Or => left | right,
            ExpressionType.ExclusiveOr => left ^ right,
            ExpressionType.LeftShift => left << places,
            ExpressionType.AddChecked => checked(left + right),
            ExpressionType.MultiplyChecked => checked(left * right),
            _ => Numbers(what, left, right),
        };

    private static object Numbers<T>(ExpressionType what, T left, T right)
        where T : struct, INumber<T> =>
        what switch
        {
            ExpressionType.Add => unchecked(left + right),
            ExpressionType.Subtract => unchecked(left - right),
            ExpressionType.Multiply => unchecked(left * right),
            ExpressionType.Divide => left / right,
            ExpressionType.Modulo => left % right,
            ExpressionType.LessThan => left < right,
            ExpressionType.LessThanOrEqual => left <= right,
            ExpressionType.GreaterThan => left > right,
            ExpressionType.GreaterThanOrEqual => left >= right,
            _ => throw new NotSupportedException($"The oracle does not know {what}"),
        };

    private static object Sign<T>(ExpressionType what, T value)
        where T : struct, IBinaryInteger<T> =>
        what switch
        {
            ExpressionType.Negate => unchecked(-value),
            ExpressionType.NegateChecked => checked(-value),
            ExpressionType.OnesComplement => ~value,
            _ => throw new NotSupportedException($"The oracle does not know {what}"),
        };
}
