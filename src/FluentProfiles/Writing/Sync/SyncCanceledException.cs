namespace FluentProfiles;

/// <summary>A sync was cancelled while it wrote. What was written stays written; running it again does the rest.</summary>
public sealed class SyncCanceledException : OperationCanceledException
{
    /// <summary>Makes an exception for a test. The sync makes its own.</summary>
    /// <param name="report">What was done until then.</param>
    /// <param name="cancellationToken">The token that was cancelled.</param>
    public SyncCanceledException(SyncReport report, CancellationToken cancellationToken = default)
        : base($"The sync was cancelled: {report}.", cancellationToken) => Report = report;

    /// <summary>What was done until then.</summary>
    public SyncReport Report { get; }
}
