namespace FluentProfiles;

/// <summary>How <c>ExecuteUpdateAsync</c>, <c>ExecuteDeleteAsync</c> and <c>CreateManyAsync</c> run. Read when
/// the call is made.</summary>
public sealed class BulkWriteOptions : WriteOptions
{
    /// <summary>Whether every profile there is may be written. False by default: a query that nothing bounds, neither a
    /// condition nor <c>Take</c>, is then refused before anything is sent.</summary>
    public bool AllowAll { get; set; }

    /// <summary>Whether each profile is read again by GET right before its write, one more request each. The conditions of the
    /// query are checked again, and an update is made from what was read. A profile that no longer meets the conditions, or is
    /// gone, is not written and counts as <see cref="BulkWriteReport.Skipped"/>. False by default.</summary>
    /// <remarks>Members that only a GET reports are seen as a list reports them, unless the query has <c>WithDetails</c> or
    /// looks profiles up by id. Conditions and setters that call code of yours call it a second time, perhaps from several
    /// threads at once. A change between the GET and the write is not noticed: the service knows no conditional
    /// write.</remarks>
    public bool VerifyEach { get; set; }

    /// <summary>Receives the counts after each profile that is done with, one call at a time, on any thread. Null by default.</summary>
    public IProgress<BulkWriteProgress>? Progress { get; set; }

    /// <summary>Receives each profile that <c>CreateManyAsync</c> has created, with what it was created from: the place to store
    /// its id. Awaited before the create counts as done, and called by up to <see cref="WriteOptions.Concurrency"/> creates at
    /// once. If it throws, the profile exists, counts as failed with its id, and the run ends. Null by default; updates and
    /// deletes refuse it.</summary>
    public Func<NewProfile, UserProfile, ValueTask>? Created { get; set; }
}
