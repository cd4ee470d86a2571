using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace FluentProfiles.Expressions.NullSafety;

/// <summary>Analyzes conditions under the null rule, by which a condition may be null as well as true or false.</summary>
internal static class Truth
{
    /// <summary>True when the condition is true or false for every item. False where that isn't known.</summary>
    public static bool IsNeverNull(Expression condition) =>
        condition switch
        {
            ConstantExpression { Value: bool } or TypeBinaryExpression => true,
            UnaryExpression { NodeType: ExpressionType.Convert } conversion => IsNeverNull(conversion.Operand),
            UnaryExpression { NodeType: ExpressionType.Not, Method: null } not => not.Type == typeof(bool),
            BinaryExpression binary => binary.Type == typeof(bool) && IsLogicOrComparison(binary.NodeType),
            MethodCallExpression { Object: null, Method: var method } => method.ReturnType == typeof(bool)
                && !method.IsDefined(typeof(ExtensionAttribute), false),
            _ => false,
        };

    // Other operators are lifted, and an element may be one of an array that is null.
    private static bool IsLogicOrComparison(ExpressionType type) =>
        type
            is ExpressionType.AndAlso
                or ExpressionType.OrElse
                or ExpressionType.Equal
                or ExpressionType.NotEqual
                or ExpressionType.LessThan
                or ExpressionType.LessThanOrEqual
                or ExpressionType.GreaterThan
                or ExpressionType.GreaterThanOrEqual;
}
