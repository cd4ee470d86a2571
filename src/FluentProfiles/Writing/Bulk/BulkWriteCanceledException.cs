namespace FluentProfiles;

/// <summary>A bulk write was cancelled. What was written stays written; running it again does the rest.</summary>
public sealed class BulkWriteCanceledException : OperationCanceledException
{
    /// <summary>Makes an exception for a test. The client makes its own.</summary>
    /// <param name="report">What was done until then.</param>
    /// <param name="cancellationToken">The token that was cancelled.</param>
    public BulkWriteCanceledException(BulkWriteReport report, CancellationToken cancellationToken = default)
        : base($"The bulk write was cancelled: {report}.", cancellationToken) => Report = report;

    /// <summary>What was done until then.</summary>
    public BulkWriteReport Report { get; }

    /// <summary>Where another run goes on, for <c>ResumeFrom</c> with the same query and the same write: behind the last page of
    /// which every profile is done with, so that writes that were given up are found again. Profiles of earlier pages that failed
    /// are not. Null where no page was done with, or the run has to start again.</summary>
    public string? ResumeToken { get; init; }
}
