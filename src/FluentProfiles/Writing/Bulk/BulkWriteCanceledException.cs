namespace FluentProfiles;

/// <summary>The exception that is thrown when a bulk write is canceled. Profiles that were written stay written.
/// Another run writes the rest.</summary>
public sealed class BulkWriteCanceledException : OperationCanceledException
{
    /// <summary>Creates an exception for a test. In production, the client creates it.</summary>
    /// <param name="report">The report of what was written before the cancellation.</param>
    /// <param name="cancellationToken">The token that was canceled.</param>
    public BulkWriteCanceledException(BulkWriteReport report, CancellationToken cancellationToken = default)
        : base($"The bulk write was canceled: {report}.", cancellationToken) => Report = report;

    /// <summary>The report of what was written before the cancellation.</summary>
    public BulkWriteReport Report { get; }

    /// <summary>The position from which another run resumes, for <c>ResumeFrom</c> with the same query and the same
    /// write. It is after the last page whose profiles were all processed, so a run from there repeats the writes that
    /// were abandoned. It does not repeat failed writes of earlier pages. Null when no page was completed or when the
    /// run has to start again.</summary>
    public string? ResumeToken { get; init; }
}
