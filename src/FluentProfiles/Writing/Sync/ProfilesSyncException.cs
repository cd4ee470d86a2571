namespace FluentProfiles;

/// <summary>The exception that is thrown when a sync is rejected or ends early. <see cref="Reason"/> states the reason.
/// Completed writes stay written, and another run writes the rest.</summary>
public sealed class ProfilesSyncException : ProfilesException
{
    /// <summary>Creates an exception for a test. In production, the sync creates it.</summary>
    /// <param name="reason">The reason why the sync stopped.</param>
    /// <param name="message">The message.</param>
    /// <param name="innerException">The cause, or null. Its request id is copied to this exception.</param>
    public ProfilesSyncException(SyncStopReason reason, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Reason = reason;
        RequestId = (innerException as ProfilesException)?.RequestId;
    }

    /// <summary>The reason why the sync ended.</summary>
    public SyncStopReason Reason { get; }

    /// <summary>The plan; null if it was not created or can't be read.</summary>
    public SyncPlan? Plan { get; init; }

    /// <summary>The report of what was written before the sync ended; null if nothing was written.</summary>
    public SyncReport? Report { get; init; }
}
