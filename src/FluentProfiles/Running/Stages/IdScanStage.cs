namespace FluentProfiles.Running.Stages;

/// <summary>Passes on the profiles of some ids until all are found.</summary>
internal sealed class IdScanStage(HashSet<string> missing, Stage<UserProfile> next) : Stage<UserProfile>
{
    public override bool Push(UserProfile item) => !missing.Remove(item.Id) || (next.Push(item) && missing.Count > 0);

    public override void Complete() => next.Complete();
}
