namespace FluentProfiles;

/// <summary>A bulk write ended before it had come to every profile: one failed and
/// <see cref="WriteOptions.StopOnError"/> is set, as many failed as <see cref="WriteOptions.MaxFailures"/> says, nearly
/// all fail (<see cref="WriteOptions.StopWhenNearlyAllFail"/>), a refusal concerns all (the key, its permissions, the
/// account), or the profiles could not be read on. The inner exception is the failure that ended the run.</summary>
/// <remarks>What was written stays written. Running the query again does the rest, failed profiles included, and writes nothing
/// that is as wanted already. <see cref="ProfilesException.ResumeToken"/> skips the pages that are done:
/// <c>query.ResumeFrom(token)</c> with the same write resumes with the page in which the run ended. It does not retry
/// profiles of earlier pages that failed. It is null when the run has to start again.</remarks>
public sealed class ProfilesBulkWriteException : ProfilesException
{
    internal ProfilesBulkWriteException(BulkWriteReport report, string? reason, Exception cause)
        : base(
            $"The bulk write ended early ({report}){(reason is null ? "" : $", because {reason}")}: {cause.Message}",
            cause
        )
    {
        Report = report;
        RequestId = (cause as ProfilesException)?.RequestId;
    }

    /// <summary>What was done until then.</summary>
    public BulkWriteReport Report { get; }
}
