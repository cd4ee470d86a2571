namespace FluentProfiles;

/// <summary>The options of <c>ExecuteUpdateAsync</c>, <c>ExecuteDeleteAsync</c> and <c>CreateManyAsync</c>. They are
/// read when the call starts.</summary>
public sealed class BulkWriteOptions : WriteOptions
{
    /// <summary>True to allow a write of every profile that exists. False by default: a query without a condition or
    /// <c>Take</c> is then rejected before anything is sent.</summary>
    public bool AllowAll { get; set; }

    /// <summary>True to read each profile again with a GET request immediately before its write, one more request per
    /// profile. The conditions of the query are checked again, and an update is computed from the new state. A profile
    /// that no longer matches or was deleted is not written and counts as <see cref="BulkWriteReport.Skipped"/>. False
    /// by default.</summary>
    /// <remarks>Members that only a GET returns still have no values, as in a list, unless the query uses
    /// <c>WithDetails</c> or looks up profiles by id. Code of yours in conditions and setters is called a second time,
    /// possibly by several threads at once. A change between the GET and the write goes undetected, because the service
    /// does not support conditional writes.</remarks>
    public bool VerifyEach { get; set; }

    /// <summary>Receives the counts after each processed profile, one call at a time, on any thread. Null by
    /// default.</summary>
    public IProgress<BulkWriteProgress>? Progress { get; set; }

    /// <summary>A callback that receives each profile that <c>CreateManyAsync</c> has created, together with the
    /// <see cref="NewProfile"/>. Use it to store the id. It is awaited before the create counts as done, and is called
    /// by up to <see cref="WriteOptions.Concurrency"/> creates at once. If it throws, also because the run is canceled, the
    /// profile exists and counts as failed, with its id, and the run ends. Null by default. Updates and deletes reject it.</summary>
    public Func<NewProfile, UserProfile, ValueTask>? Created { get; set; }
}
