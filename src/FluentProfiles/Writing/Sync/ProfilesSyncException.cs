namespace FluentProfiles;

/// <summary>A sync was refused, or ended before it was done. <see cref="Reason"/> says why. What was written stays written, and
/// another run does the rest.</summary>
public sealed class ProfilesSyncException : ProfilesException
{
    internal ProfilesSyncException(SyncStopReason reason, string message, Exception? cause = null)
        : base(message, cause)
    {
        Reason = reason;
        RequestId = (cause as ProfilesException)?.RequestId;
    }

    /// <summary>Why the sync ended.</summary>
    public SyncStopReason Reason { get; }

    /// <summary>The plan; null where it was not made or can't be read.</summary>
    public SyncPlan? Plan { get; internal init; }

    /// <summary>What was done until then; null where nothing was written.</summary>
    public SyncReport? Report { get; internal init; }
}
