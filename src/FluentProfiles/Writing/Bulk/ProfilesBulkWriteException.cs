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
    /// <summary>Makes an exception for a test. The client makes its own.</summary>
    /// <param name="report">What was done until then.</param>
    /// <param name="innerException">The failure that ended the run. Its request id and its tag become those of this exception.</param>
    /// <param name="reason">Why the failure ended the run, for the message; null to leave it out.</param>
    public ProfilesBulkWriteException(BulkWriteReport report, Exception innerException, string? reason = null)
        : base(
            $"The bulk write ended early ({report}){Clause(reason)}: {(innerException as ProfilesException)?.Untagged ?? innerException.Message}",
            innerException
        )
    {
        Report = report;
        Because = Clause(reason);
        RequestId = (innerException as ProfilesException)?.RequestId;
        Tag = (innerException as ProfilesException)?.Tag;
    }

    /// <summary>What was done until then.</summary>
    public BulkWriteReport Report { get; }

    /// <summary>A clause with the reason, or "" where there is none but the cause.</summary>
    internal string Because { get; }

    private static string Clause(string? reason) => reason is null ? "" : $", because {reason}";
}
