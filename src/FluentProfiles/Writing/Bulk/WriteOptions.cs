using FluentProfiles.Model.Schema;

namespace FluentProfiles;

/// <summary>The options of a run of many writes: how many run concurrently, and which failures end the run. They are
/// read when the call starts.</summary>
public abstract class WriteOptions
{
    private protected WriteOptions() { }

    /// <summary>True to end the run at the first profile that fails, with a <see cref="ProfilesBulkWriteException"/>.
    /// False by default: the run continues, and the report lists the failures.</summary>
    public bool StopOnError { get; set; }

    /// <summary>The number of failed profiles at which the run ends, with a <see cref="ProfilesBulkWriteException"/>.
    /// No further write starts then, and writes in progress are completed. 1 or more; null (the default) for no
    /// limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    [InRange(1)]
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

    /// <summary>True to end the run, with a <see cref="ProfilesBulkWriteException"/>, when nearly all writes fail. This
    /// is the case when more than 95 % of at least 100 processed profiles have failed. Profiles count as processed when
    /// they were written or failed. True by default.</summary>
    public bool StopWhenNearlyAllFail { get; set; } = true;

    /// <summary>The number of concurrent writes, 1 or more. The client's rate limit applies as well. 8 by
    /// default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    [InRange(1)]
    public int Concurrency
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Concurrency));
            field = value;
        }
    } = 8;
}
