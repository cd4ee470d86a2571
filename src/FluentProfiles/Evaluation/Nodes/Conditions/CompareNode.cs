using System.Linq.Expressions;

namespace FluentProfiles.Evaluation.Nodes.Conditions;

/// <summary><c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>: false where one side is null, as C# lifts them.</summary>
internal sealed class CompareNode<T>(Node<T> left, Node<T> right, ExpressionType comparison) : Node<bool>
{
    public override bool TryGet(out bool value)
    {
        // Both sides are evaluated, even where the first is null: the second may throw.
        var isKnown = left.TryGet(out var one) & right.TryGet(out var other);
        value = isKnown && Holds(Comparer<T>.Default.Compare(one!, other!));
        return true;
    }

    private bool Holds(int order) =>
        comparison switch
        {
            ExpressionType.LessThan => order < 0,
            ExpressionType.LessThanOrEqual => order <= 0,
            ExpressionType.GreaterThan => order > 0,
            _ => order >= 0,
        };
}
