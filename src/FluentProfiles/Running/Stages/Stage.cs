namespace FluentProfiles.Running.Stages;

/// <summary>One step of what runs on the client: takes items one by one and passes on what it makes of them.</summary>
internal abstract class Stage<T>
{
    /// <summary>Takes one item.</summary>
    /// <returns>Whether more are wanted.</returns>
    public abstract bool Push(T item);

    /// <summary>Hears that no more items come, and passes on what was held back.</summary>
    public virtual void Complete() { }
}
