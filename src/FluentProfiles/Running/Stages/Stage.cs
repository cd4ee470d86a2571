namespace FluentProfiles.Running.Stages;

/// <summary>One step of what runs on the client, whatever the type of its items.</summary>
internal abstract class Stage
{
    /// <summary>Passes on what was held back: no more items come.</summary>
    public virtual void Complete() { }
}
