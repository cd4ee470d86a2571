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

    /// <summary>How many writes are under way at once, 1 or more; the client's rate limit holds besides. 8 by
    /// default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Concurrency
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 8;

    /// <summary>Hears of each profile that is done with, one call at a time, on any thread. Null by default.</summary>
    public IProgress<BulkWriteProgress>? Progress { get; set; }
}
