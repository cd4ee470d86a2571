using FluentProfiles.Http;
using FluentProfiles.Model.Schema;

namespace FluentProfiles;

/// <summary>The options of <see cref="ProfileSync.ApplyAsync"/>. They are read when the call starts.</summary>
public class SyncApplyOptions : WriteOptions
{
#pragma warning disable RS0022 // SyncOptions adds to it, and nothing is protected in its base.
    /// <summary>Creates options with default values.</summary>
    public SyncApplyOptions() { }
#pragma warning restore RS0022

    /// <summary>The largest share of the profiles with the ownership mark that may be deleted, 0 to 1. If the plan
    /// deletes more, the call throws before anything is written. Null (the default) for the share that was set when the
    /// plan was created, which is 0.005 (0.5 %) by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    [InRange(0, Most = 1)]
    public double? MaxDeletedShare
    {
        get;
        set
        {
            if (value is not (null or >= 0 and <= 1))
                throw new ArgumentOutOfRangeException(nameof(MaxDeletedShare), value, "The share is from 0 to 1.");
            field = value;
        }
    }

    /// <summary>The maximum age of a plan. Older plans are rejected. Seven days by default;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than zero.</exception>
    [InRange(0, IsExclusive = true, AllowsInfinite = true)]
    public TimeSpan MaxPlanAge
    {
        get;
        set
        {
            if (value <= TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
                throw new ArgumentOutOfRangeException(nameof(MaxPlanAge), value, "The age must be above zero.");
            field = value;
        }
    } = TimeSpan.FromDays(7);

    /// <summary>The maximum number of requests of the call, including retries: pages, reads before writes, and writes.
    /// A run that needs more ends with a <see cref="ProfilesSyncException"/>, and another run writes the rest. Applies
    /// only to a <see cref="ProfilesClient"/>. Null (the default) for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    [InRange(1)]
    public int? MaxRequests
    {
        get;
        set
        {
            if (value is { } most)
                ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(MaxRequests));
            field = value;
        }
    }

    /// <summary>The maximum number of requests per second, as in <see cref="ProfilesClient.CreateBackgroundClient"/>.
    /// Null (the default) for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or not greater than 0.</exception>
    [InRange(0, IsExclusive = true)]
    public double? MaxRequestsPerSecond
    {
        get;
        set
        {
            RequestRate.ThrowIfNone(value, nameof(MaxRequestsPerSecond));
            field = value;
        }
    }

    /// <summary>Receives the counts after each page and after each planned write, one call at a time, on any thread. Null by
    /// default.</summary>
    public IProgress<SyncProgress>? Progress { get; set; }

    /// <summary>A callback that receives the key of each row for which a profile was created, together with the
    /// profile. Use it to store the id. It is awaited before the create counts as done, and is called by up to
    /// <see cref="WriteOptions.Concurrency"/> creates at once. If it throws, the profile exists and counts as failed,
    /// with its id, and the run ends. A later run does not call it for a profile that already exists. Null by
    /// default.</summary>
    public Func<string, UserProfile, ValueTask>? Created { get; set; }

    internal SyncApplyOptions Copy() => (SyncApplyOptions)MemberwiseClone();
}
