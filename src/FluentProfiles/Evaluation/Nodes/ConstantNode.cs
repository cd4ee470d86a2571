using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A value that is known when the run starts.</summary>
internal sealed class ConstantNode<T>(T? constant) : Node<T>
{
    // Asked once: code that is not yet optimized boxes a value to ask it, for each item.
    private readonly bool isThere = constant is not null;

    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = constant;
        return isThere;
    }
}
