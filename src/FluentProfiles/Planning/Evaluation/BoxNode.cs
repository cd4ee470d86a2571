using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Planning.Evaluation;

/// <summary>A value as an object, for what takes any.</summary>
/// <param name="node">The value.</param>
/// <param name="orDefault">Whether a null becomes the type's default, as in a place that takes no null.</param>
internal sealed class BoxNode<T>(Node<T> node, bool orDefault) : Node<object>
{
    public override bool TryGet([MaybeNullWhen(false)] out object value)
    {
        value = node.TryGet(out var known) || orDefault ? known : null;
        return value is not null;
    }
}
