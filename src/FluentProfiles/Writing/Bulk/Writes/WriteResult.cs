namespace FluentProfiles.Writing.Bulk.Writes;

/// <summary>The result of one write of a run.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Failure">The failure, where it failed.</param>
internal readonly record struct WriteResult(WriteResultKind Kind, BulkWriteFailure? Failure = null)
{
    public static WriteResult Written => new(WriteResultKind.Written);

    public static WriteResult Unchanged => new(WriteResultKind.Unchanged);

    public static WriteResult Skipped => new(WriteResultKind.Skipped);

    /// <summary>True when every further write would fail the same way.</summary>
    public bool ConcernsAll { get; private init; }

    /// <summary>The service refused the write, or there was no answer.</summary>
    public static WriteResult Failed(BulkWriteFailure failure) =>
        new(WriteResultKind.Failed, failure) { ConcernsAll = IsOfAll(failure.Error) };

    /// <summary>What was to be written can't be sent.</summary>
    public static WriteResult Invalid(BulkWriteFailure failure) => new(WriteResultKind.Failed, failure);

    /// <summary>The profile was created, and the caller's code that receives it threw, which ends the run.</summary>
    public static WriteResult NotReceived(BulkWriteFailure failure) =>
        new(WriteResultKind.Failed, failure) { ConcernsAll = true };

    /// <summary>The answer was lost; the write is settled later. Until then it counts as a failure for the decision whether the run
    /// goes on.</summary>
    public static WriteResult Postponed(BulkWriteFailure failure) => new(WriteResultKind.Postponed, failure);

    /// <summary>Returns true when every further write would fail the same way: because of the key, its permissions, the
    /// account, or the code that returns the key.</summary>
    private static bool IsOfAll(Exception failure) =>
        failure
            is ProfilesAuthenticationException
                or ProfilesPermissionException
                or ProfilesBillingException
                or ProfilesConfigurationException { IsOfProfile: false }
                or ProfilesConnectionException { IsLasting: true }
                or not ProfilesException;
}
