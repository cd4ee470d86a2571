using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary><c>? :</c>.</summary>
internal sealed class ChoiceNode<T>(Node<bool> test, Node<T> yes, Node<T> no) : Node<T>
{
    public override bool TryGet([MaybeNullWhen(false)] out T value) =>
        test.GetOrDefault() ? yes.TryGet(out value) : no.TryGet(out value);
}
