namespace FluentProfiles;

/// <summary>A bulk write was cancelled. What was written stays written; running it again does the rest.</summary>
public sealed class BulkWriteCanceledException : OperationCanceledException
{
    internal BulkWriteCanceledException(BulkWriteReport report, CancellationToken cancellationToken)
        : base($"The bulk write was cancelled: {report}.", cancellationToken) => Report = report;

    /// <summary>What was done until then.</summary>
    public BulkWriteReport Report { get; }
}
