using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>What a function makes of a value; null stays null.</summary>
internal sealed class MapNode<TIn, TOut>(Node<TIn> input, Func<TIn, TOut?> map) : Node<TOut>
{
    public override bool TryGet([MaybeNullWhen(false)] out TOut value)
    {
        if (input.TryGet(out var from))
        {
            value = map(from);
            return value is not null;
        }
        value = default;
        return false;
    }
}
