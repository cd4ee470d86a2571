namespace FluentProfiles;

/// <summary>The exception that is thrown when a sync is canceled during its writes. Completed writes stay written.
/// Another run writes the rest.</summary>
public sealed class SyncCanceledException : OperationCanceledException
{
    /// <summary>Creates an exception for a test. In production, the sync creates it.</summary>
    /// <param name="report">The report of what was written before the cancellation.</param>
    /// <param name="cancellationToken">The token that was canceled.</param>
    public SyncCanceledException(SyncReport report, CancellationToken cancellationToken = default)
        : base($"The sync was canceled: {report}.", cancellationToken) => Report = report;

    /// <summary>The report of what was written before the cancellation.</summary>
    public SyncReport Report { get; }
}
