using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running.Examining;

/// <summary>Stands between the steps that only look at a profile and the others: what comes this far is read whole.</summary>
/// <param name="current">The profile that the stages are working on.</param>
/// <param name="next">The stage that follows.</param>
internal sealed class CompletingStage(CurrentProfile current, Stage<UserProfile> next) : Stage<UserProfile>
{
    /// <summary>How many profiles were read whole.</summary>
    public int Completed { get; private set; }

    /// <summary>True while a profile is read whole, and after a failure of that.</summary>
    public bool IsReading { get; private set; }

    public override bool Push(UserProfile item)
    {
        Completed++;
        IsReading = true;
        var whole = current.Complete();
        IsReading = false;
        return next.Push(whole);
    }

    public override void Complete() => next.Complete();
}
