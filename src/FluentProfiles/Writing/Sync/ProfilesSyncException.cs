namespace FluentProfiles;

/// <summary>A sync was refused, or ended before it was done. <see cref="Reason"/> says why. What was written stays written, and
/// another run does the rest.</summary>
public sealed class ProfilesSyncException : ProfilesException
{
    /// <summary>Makes an exception for a test. The sync makes its own.</summary>
    /// <param name="reason">Why the sync stopped.</param>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause, or null. Its request id becomes that of this exception.</param>
    public ProfilesSyncException(SyncStopReason reason, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Reason = reason;
        RequestId = (innerException as ProfilesException)?.RequestId;
    }

    /// <summary>Why the sync ended.</summary>
    public SyncStopReason Reason { get; }

    /// <summary>The plan; null where it was not made or can't be read.</summary>
    public SyncPlan? Plan { get; init; }

    /// <summary>What was done until then; null where nothing was written.</summary>
    public SyncReport? Report { get; init; }
}
