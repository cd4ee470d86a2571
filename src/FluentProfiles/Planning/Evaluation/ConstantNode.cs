using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Planning.Evaluation;

/// <summary>A value that is known when the run starts.</summary>
internal sealed class ConstantNode<T>(T? constant) : Node<T>
{
    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = constant;
        return value is not null;
    }
}
