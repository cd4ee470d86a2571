namespace FluentProfiles;

/// <summary>The exception that is thrown when a bulk write ends before it has processed every profile. One profile
/// failed and <see cref="WriteOptions.StopOnError"/> is set, <see cref="WriteOptions.MaxFailures"/> profiles failed, or
/// nearly all profiles fail (<see cref="WriteOptions.StopWhenNearlyAllFail"/>). Or an error affects all profiles (the
/// key, its permissions, the account), or the profiles could not be read. The inner exception is the failure that ended
/// the run.</summary>
/// <remarks>Profiles that were written stay written. Another run of the query writes the rest, including the failed
/// profiles, and skips profiles that already have the wanted values. <see cref="ProfilesException.ResumeToken"/> skips
/// completed pages: <c>query.ResumeFrom(token)</c> with the same write resumes with the page in which the run ended. It
/// does not retry failed profiles of earlier pages. It is null when the run has to start again.</remarks>
public sealed class ProfilesBulkWriteException : ProfilesException
{
    /// <summary>Creates an exception for a test. In production, the client creates it.</summary>
    /// <param name="report">The report of what was written before the run ended.</param>
    /// <param name="innerException">The failure that ended the run. Its request id and its tag are copied to this
    /// exception.</param>
    /// <param name="reason">The reason why the failure ended the run, for the message; null to omit it.</param>
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

    /// <summary>The report of what was written before the run ended.</summary>
    public BulkWriteReport Report { get; }

    /// <summary>A clause with the reason, or "" where there is none but the cause.</summary>
    internal string Because { get; }

    private static string Clause(string? reason) => reason is null ? "" : $", because {reason}";
}
