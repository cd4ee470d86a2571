namespace FluentProfiles.Mirror.Inbox;

/// <summary>What one step of the reader has done.</summary>
/// <param name="Read">How many profiles were due.</param>
/// <param name="Failure">Why readings failed, or null.</param>
internal readonly record struct InboxStep(int Read, ProfilesException? Failure)
{
    /// <summary>What was waiting before the step.</summary>
    public InboxBacklog Backlog { get; init; }

    /// <summary>True where more may be due at once.</summary>
    public bool HasMore => Read == InboxReader.AtOnce;
}
