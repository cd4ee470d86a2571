using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>An operator of two values: null where either is.</summary>
internal sealed class LiftedNode<TLeft, TRight, TOut>(
    Node<TLeft> left,
    Node<TRight> right,
    Func<TLeft, TRight, TOut> apply
) : Node<TOut>
{
    public override bool TryGet([MaybeNullWhen(false)] out TOut value)
    {
        // Both operands are evaluated, even where the first is null: the second may throw.
        if (left.TryGet(out var one) & right.TryGet(out var other))
        {
            value = apply(one!, other!);
            return value is not null;
        }
        value = default;
        return false;
    }
}
