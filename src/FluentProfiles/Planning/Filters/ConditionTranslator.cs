using System.Linq.Expressions;
using FluentProfiles.Expressions;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Planning.Filters;

/// <summary>Translates a condition whose closed parts are evaluated into the bounds of the profiles that pass it, through
/// every form of logic that means the same.</summary>
/// <remarks>A condition is taken for what the null rule makes of it: it holds when it is true, and its negation holds
/// otherwise. So De Morgan's laws are valid, even where a part may be null.</remarks>
/// <param name="quantifiers">What the quantifiers of the query have given.</param>
internal sealed class ConditionTranslator(KnownQuantifiers quantifiers)
{
    /// <param name="condition">The condition.</param>
    /// <param name="negated">True for the profiles that do not pass it.</param>
    public ServiceBounds Translate(Expression condition, bool negated = false) =>
        DeepStack.HasRoom ? Translated(condition, negated) : Continued(condition, negated);

    // A method of its own, so that no closure is made where there is room.
    private ServiceBounds Continued(Expression condition, bool negated) =>
        DeepStack.Continue(() => Translated(condition, negated));

    private ServiceBounds Translated(Expression condition, bool negated) =>
        condition switch
        {
            ConstantExpression { Value: var value } => value is true == negated
                ? ServiceBounds.None
                : ServiceBounds.All,
            UnaryExpression unary => OfUnary(unary, negated),
            BinaryExpression binary when ComparisonForm.IsNull(binary) => negated
                ? ServiceBounds.All
                : ServiceBounds.None,
            BinaryExpression binary when IsLogical(binary.Type) && IsLogical(binary.Left.Type) =>
                OperatorMethod.IsForeign(binary) ? ServiceBounds.Unknown : OfLogic(binary, negated),
            ConditionalExpression choice => OfChoice(choice, negated),
            MemberExpression member when ComparisonForm.Bare(member) is var value && value != member => Translate(
                value,
                negated
            ),
            MethodCallExpression
            {
                Method.Name: nameof(Equals),
                Object: { } logic,
                Arguments: [ConstantExpression { Value: bool value }]
            } when logic.Type == typeof(bool) => value || Truth.IsNeverNull(logic)
                ? Translate(logic, negated ^ !value)
                : ServiceBounds.Unknown,
            MethodCallExpression call when QuantifierForm.Read(call, quantifiers) is { } quantifier => OfQuantifier(
                call,
                quantifier,
                negated
            ),
            _ => Compared(condition, negated),
        };

    private ServiceBounds OfQuantifier(MethodCallExpression call, QuantifierForm quantifier, bool negated) =>
        quantifiers.Bounds(call, negated, () => quantifier.Translate(this, negated));

    // Where one branch always holds, the other need not be limited to the profiles that take it: b ? true : x is b || x.
    private ServiceBounds OfChoice(ConditionalExpression choice, bool negated)
    {
        var whenTrue = Translate(choice.IfTrue, negated);
        var whenFalse = Translate(choice.IfFalse, negated);
        return ServiceBounds.AnyOf([
            whenFalse.IsEverything ? whenTrue : Translate(choice.Test).And(whenTrue),
            whenTrue.IsEverything ? whenFalse : Translate(choice.Test, negated: true).And(whenFalse),
        ]);
    }

    private ServiceBounds OfUnary(UnaryExpression unary, bool negated) =>
        unary.NodeType switch
        {
            ExpressionType.Not when unary.Type == typeof(bool) && unary.Method is null => Translate(
                unary.Operand,
                !negated
            ),
            ExpressionType.Convert when IsLogical(unary.Type) && IsLogical(unary.Operand.Type) => Translate(
                unary.Operand,
                negated
            ),
            _ => ServiceBounds.Unknown,
        };

    private ServiceBounds OfLogic(BinaryExpression logic, bool negated)
    {
        switch (logic.NodeType)
        {
            case ExpressionType.AndAlso or ExpressionType.And:
                return negated ? Either(logic, negated) : Both(logic, negated);
            case ExpressionType.OrElse or ExpressionType.Or:
                return negated ? Both(logic, negated) : Either(logic, negated);
            case ExpressionType.Coalesce when IsFalse(logic.Right):
                return Translate(logic.Left, negated);
            case ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.ExclusiveOr:
                return logic.Right is ConstantExpression { Value: bool right } ? Same(logic, logic.Left, right, negated)
                    : logic.Left is ConstantExpression { Value: bool left } ? Same(logic, logic.Right, left, negated)
                    : ServiceBounds.Unknown;
            default:
                return ServiceBounds.Unknown;
        }
    }

    private ServiceBounds Both(BinaryExpression logic, bool negated) =>
        Translate(logic.Left, negated).And(Translate(logic.Right, negated));

    private ServiceBounds Either(BinaryExpression logic, bool negated) =>
        ServiceBounds.AnyOf([Translate(logic.Left, negated), Translate(logic.Right, negated)]);

    // x == true, and its like. Null is neither true nor false, so only what is never null is false where it is not true.
    private ServiceBounds Same(BinaryExpression logic, Expression condition, bool value, bool negated)
    {
        var isEqual = logic.NodeType == ExpressionType.Equal;
        var isSafe = value && logic.NodeType != ExpressionType.ExclusiveOr && !logic.IsLiftedToNull;
        return isSafe || Truth.IsNeverNull(condition)
            ? Translate(condition, negated ^ (isEqual != value))
            : ServiceBounds.Unknown;
    }

    private static ServiceBounds Compared(Expression condition, bool negated) =>
        FieldValues.Translate(condition, negated)
        ?? TimeTranslator.Translate(condition, negated)
        ?? ServiceBounds.Unknown;

    private static bool IsLogical(Type type) => type == typeof(bool) || type == typeof(bool?);

    private static bool IsFalse(Expression node) =>
        node is ConstantExpression { Value: false } || (node is DefaultExpression && node.Type == typeof(bool));
}
