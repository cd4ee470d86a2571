namespace FluentProfiles;

/// <summary>How <c>ExecuteUpdateAsync</c> and <c>ExecuteDeleteAsync</c> run. Read when the call is made.</summary>
public sealed class BulkWriteOptions
{
    /// <summary>Whether every profile there is may be written. False by default: a query that nothing bounds, neither a
    /// condition nor <c>Take</c>, is then refused before anything is sent.</summary>
    public bool AllowAll { get; set; }

    /// <summary>Whether the first profile that fails ends the run, with a <see cref="ProfilesBulkWriteException"/>. False by
    /// default: the run goes on, and the report names what failed.</summary>
    public bool StopOnError { get; set; }

    /// <summary>After how many failures the run ends, with a <see cref="ProfilesBulkWriteException"/>: as soon as this many
    /// profiles have failed, no further write begins, and those under way are completed. 1 or more; null (the default) for no
    /// limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? MaxFailures
    {
        get;
        set
        {
            if (value is { } most)
                ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(MaxFailures));
            field = value;
        }
    }

    /// <summary>Whether the run ends, with a <see cref="ProfilesBulkWriteException"/>, when nearly all writes fail: when of at
    /// least 100 profiles written or failed more than 95 % have failed. True by default.</summary>
    public bool StopWhenNearlyAllFail { get; set; } = true;

    /// <summary>Whether each profile is read again by GET right before its write, one more request each. The conditions of the
    /// query are checked again, and an update is made from what was read. A profile that no longer meets the conditions, or is
    /// gone, is not written and counts as <see cref="BulkWriteReport.Skipped"/>. False by default.</summary>
    /// <remarks>Members that only a GET reports are seen as a list reports them, unless the query has <c>WithDetails</c> or
    /// looks profiles up by id. Conditions and setters that call code of yours call it a second time, perhaps from several
    /// threads at once. A change between the GET and the write is not noticed: the service knows no conditional
    /// write.</remarks>
    public bool VerifyEach { get; set; }

    /// <summary>How many writes are under way at once, 1 or more; the client's rate limit holds besides. 8 by
    /// default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Concurrency
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Concurrency));
            field = value;
        }
    } = 8;

    /// <summary>Receives the counts after each profile that is done with, one call at a time, on any thread. Null by default.</summary>
    public IProgress<BulkWriteProgress>? Progress { get; set; }
}
