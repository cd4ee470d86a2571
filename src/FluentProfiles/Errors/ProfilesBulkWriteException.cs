namespace FluentProfiles;

/// <summary>A bulk write ended before it had come to every profile: one failed and
/// <see cref="BulkWriteOptions.StopOnError"/> is set, a refusal concerns all (the key, its permissions, the account), or the
/// profiles could not be read on. What was written stays written; running it again does the rest. The reason is the inner
/// exception.</summary>
public sealed class ProfilesBulkWriteException : ProfilesException
{
    internal ProfilesBulkWriteException(BulkWriteReport report, Exception cause)
        : base($"The bulk write ended early ({report}): {cause.Message}", cause)
    {
        Report = report;
        RequestId = (cause as ProfilesException)?.RequestId;
    }

    /// <summary>What was done until then.</summary>
    public BulkWriteReport Report { get; }
}
