namespace FluentProfiles.Running.Stages;

/// <summary>One step of what runs on the client: takes items one by one and passes on what it makes of them.</summary>
internal abstract class Stage<T> : Stage
{
    /// <summary>Takes one item.</summary>
    /// <returns>False when the stage needs no more items.</returns>
    public abstract bool Push(T item);
}
