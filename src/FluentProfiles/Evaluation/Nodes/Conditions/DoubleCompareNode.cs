using System.Linq.Expressions;

namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c> of floating-point numbers: false where one side is null or
/// NaN.</summary>
internal sealed class DoubleCompareNode(Node<double> left, Node<double> right, ExpressionType comparison) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        var isKnown = left.TryGet(out var one) & right.TryGet(out var other);
        value = isKnown && Holds(one, other);
        return true;
    }

    private bool Holds(double one, double other) =>
        comparison switch
        {
            ExpressionType.LessThan => one < other,
            ExpressionType.LessThanOrEqual => one <= other,
            ExpressionType.GreaterThan => one > other,
            _ => one >= other,
        };
}
