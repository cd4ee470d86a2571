using FluentProfiles.Model.Schema;

namespace FluentProfiles;

/// <summary>How a run of many writes goes: how many at once, and after which failures it ends. Read when the call is
/// made.</summary>
public abstract class WriteOptions
{
    private protected WriteOptions() { }

    /// <summary>Whether the first profile that fails ends the run, with a <see cref="ProfilesBulkWriteException"/>. False by
    /// default: the run goes on, and the report names what failed.</summary>
    public bool StopOnError { get; set; }

    /// <summary>After how many failures the run ends, with a <see cref="ProfilesBulkWriteException"/>: as soon as this many
    /// profiles have failed, no further write begins, and those under way are completed. 1 or more; null (the default) for no
    /// limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
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

    /// <summary>Whether the run ends, with a <see cref="ProfilesBulkWriteException"/>, when nearly all writes fail: when of at
    /// least 100 profiles written or failed more than 95 % have failed. True by default.</summary>
    public bool StopWhenNearlyAllFail { get; set; } = true;

    /// <summary>How many writes are under way at once, 1 or more; the client's rate limit holds besides. 8 by
    /// default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
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
