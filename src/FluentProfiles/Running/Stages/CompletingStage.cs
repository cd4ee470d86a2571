namespace FluentProfiles.Running.Stages;

/// <summary>Stands between the steps that only look at a profile and the others: what comes this far is read whole.</summary>
/// <param name="complete">Gives the profile in hand with all its fields.</param>
/// <param name="next">The stage that follows.</param>
internal sealed class CompletingStage(Func<UserProfile> complete, Stage<UserProfile> next) : Stage<UserProfile>
{
    /// <summary>How many have come this far.</summary>
    public int Completed { get; private set; }

    public override bool Push(UserProfile item)
    {
        Completed++;
        return next.Push(complete());
    }

    public override void Complete() => next.Complete();
}
