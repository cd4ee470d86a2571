using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A call with one argument: null where the receiver is, a null argument as it is.</summary>
internal sealed class CallNode<TReceiver, TArgument, TOut>(
    Node<TReceiver> receiver,
    Node<TArgument> argument,
    Func<TReceiver, TArgument?, TOut?> call
) : Node<TOut>
{
    public override bool TryGet([MaybeNullWhen(false)] out TOut value)
    {
        if (receiver.TryGet(out var owner))
        {
            value = call(owner, argument.GetOrDefault());
            return value is not null;
        }
        value = default;
        return false;
    }
}
