using FluentProfiles.Http;
using FluentProfiles.Mirror.Leasing;

namespace FluentProfiles;

public sealed partial class ProfileMirrorOptions
{
    /// <summary>The maximum number of requests per second of all passes together, including retries; null for no limit. 2 by
    /// default. Readings for webhooks and for marked profiles count, too; requests of
    /// <see cref="ProfileMirror.GetOrCreateAsync"/> do not. The requests of passes also wait while a request of the client waits or is
    /// retried, as those of <see cref="ProfilesClient.CreateBackgroundClient"/> do.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or not greater than 0.</exception>
    public double? MaxRequestsPerSecond
    {
        get;
        set
        {
            RequestRate.ThrowIfNone(value, nameof(MaxRequestsPerSecond));
            field = value;
        }
    } = 2;

    /// <summary>The number of requests per day from which the hosted refresher derives its schedule. 10,000 by default, which is
    /// enough for about 200,000 profiles with the usual intervals: new profiles each minute, statuses each hour, everything
    /// each day. If these cost more, all intervals become longer by the same factor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int RequestsPerDay
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 10_000;

    /// <summary>The share of the stored profiles, from 0 to 1, that a full pass may remove. 0.005 by default. Ten profiles may
    /// always be removed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double MaxRemovedShare
    {
        get;
        set => field = Share(value, nameof(MaxRemovedShare));
    } = 0.005;

    /// <summary>The number of profiles that a pass may add, as a share of the stored profiles, from 0 to 1. 0.2 by default. The
    /// first load has no limit, and ten profiles may always be added.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double MaxAddedShare
    {
        get;
        set => field = Share(value, nameof(MaxAddedShare));
    } = 0.2;

    /// <summary>The share of the stored profiles, from 0 to 1, that a pass may change. 0.2 by default. The first load has no
    /// limit, and ten profiles may always be changed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between 0 and 1.</exception>
    public double MaxChangedShare
    {
        get;
        set => field = Share(value, nameof(MaxChangedShare));
    } = 0.2;

    /// <summary>The age of the last full pass from which the health check reports the mirror as degraded. Two days by
    /// default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not greater than 0.</exception>
    public TimeSpan MaxHealthyAge
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromDays(2);

    /// <summary>The length of the lease. Every process that shares a mirror has the same.</summary>
    internal LeaseTiming Lease { get; set; } = LeaseTiming.Default;

    /// <summary>How many stored rows a pass compares with a page at once.</summary>
    internal int RowsAtOnce { get; set; } = 2_000;

    private static double Share(double value, string parameter) =>
        value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(parameter, value, "A share is a number from 0 to 1.");
}
