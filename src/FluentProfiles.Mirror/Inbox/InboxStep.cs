namespace FluentProfiles.Mirror.Inbox;

/// <summary>What one step of the reader has done.</summary>
/// <param name="Read">How many profiles were due.</param>
/// <param name="Failure">Why readings failed, or null.</param>
internal readonly record struct InboxStep(int Read, ProfilesException? Failure)
{
    /// <summary>True where more may be due at once.</summary>
    public bool HasMore => Read == InboxReader.AtOnce;
}
