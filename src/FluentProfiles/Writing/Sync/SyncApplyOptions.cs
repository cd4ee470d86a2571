using FluentProfiles.Model.Schema;

namespace FluentProfiles;

/// <summary>How <see cref="SyncPlan.ApplyAsync"/> writes a plan. Read when the call is made.</summary>
public class SyncApplyOptions : WriteOptions
{
#pragma warning disable RS0022 // SyncOptions adds to it, and nothing is protected in its base.
    /// <summary>Makes options with the defaults.</summary>
    public SyncApplyOptions() { }
#pragma warning restore RS0022

    /// <summary>The largest share of the profiles with the ownership mark that may be deleted, 0 to 1. If the plan deletes more,
    /// it throws before anything is written. Null (the default) for the share that the plan was made with, which is 0.005 (0.5 %)
    /// unless it was set.</summary>
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

    /// <summary>The age from which a plan is refused. Seven days by default;
    /// <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above zero.</exception>
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

    /// <summary>The most requests of the call, retries included: pages, reads before writes, and writes. When they are spent, the
    /// run ends with a <see cref="ProfilesSyncException"/>, and another run does the rest. Applies to a
    /// <see cref="ProfilesClient"/> alone. Null (the default) for no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
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

    /// <summary>The most requests a second, as for <see cref="ProfilesClient.CreateBackgroundClient"/>. Null (the default) for no
    /// limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or not above 0.</exception>
    [InRange(0, IsExclusive = true)]
    public double? MaxRequestsPerSecond
    {
        get;
        set
        {
            ProfilesClient.ThrowIfNoRate(value, nameof(MaxRequestsPerSecond));
            field = value;
        }
    }

    /// <summary>Receives the counts after each page and after each planned write, one call at a time, on any thread. Null by
    /// default.</summary>
    public IProgress<SyncProgress>? Progress { get; set; }

    /// <summary>Receives the key of each row for which a profile was created, with the profile: the place to store its id. Awaited
    /// before the create counts as done, and called by up to <see cref="WriteOptions.Concurrency"/> creates at once. If it
    /// throws, the profile exists, counts as failed with its id, and the run ends. A later run does not call it for a profile that
    /// exists. Null by default.</summary>
    public Func<string, UserProfile, ValueTask>? Created { get; set; }

    internal SyncApplyOptions Copy() => (SyncApplyOptions)MemberwiseClone();
}
