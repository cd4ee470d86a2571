namespace FluentProfiles;

/// <summary>A sync was cancelled while it wrote. What was written stays written; running it again does the rest.</summary>
public sealed class SyncCanceledException : OperationCanceledException
{
    internal SyncCanceledException(SyncReport report, CancellationToken cancellationToken)
        : base($"The sync was cancelled: {report}.", cancellationToken) => Report = report;

    /// <summary>What was done until then.</summary>
    public SyncReport Report { get; }
}
