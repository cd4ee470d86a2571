using System.Diagnostics.CodeAnalysis;
using FluentProfiles.Expressions.Closing;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A value whose evaluation has failed: what needs it fails, too.</summary>
internal sealed class FailureNode<T>(ClosedFailure failure) : Node<T>
{
    public override bool TryGet([MaybeNullWhen(false)] out T value)
    {
        failure.Throw();
        value = default;
        return false;
    }
}
