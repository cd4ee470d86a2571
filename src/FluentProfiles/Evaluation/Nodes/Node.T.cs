using System.Diagnostics.CodeAnalysis;

namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A part of an expression that gives a <typeparamref name="T"/> or null.</summary>
internal abstract class Node<T> : Node
{
    /// <summary>Evaluates the part for the items in the slots.</summary>
    /// <returns>False where it is null, by the null rule of queries.</returns>
    public abstract bool TryGet([MaybeNullWhen(false)] out T value);

    /// <summary>The value, or the type's default where it is null.</summary>
    public T? GetOrDefault() => TryGet(out var value) ? value : default;
}
