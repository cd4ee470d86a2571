namespace FluentProfiles.Evaluation.Nodes;

/// <summary>A field of a nullable value type.</summary>
internal sealed class NullableFieldNode<TOwner, TValue>(Node<TOwner> owner, Func<TOwner, TValue?> getter) : Node<TValue>
    where TValue : struct
{
    public override bool TryGet(out TValue value)
    {
        var found = owner.TryGet(out var item) ? getter(item) : null;
        value = found.GetValueOrDefault();
        return found.HasValue;
    }
}
