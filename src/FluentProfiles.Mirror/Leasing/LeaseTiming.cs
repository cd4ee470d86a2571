namespace FluentProfiles.Mirror.Leasing;

/// <summary>How long a lease lasts, and how often it is renewed and looked at.</summary>
/// <param name="Length">The time from a renewal to the end of the lease.</param>
internal sealed record LeaseTiming(TimeSpan Length)
{
    /// <summary>Another process takes over within ten seconds: after the lease, a look at it and a transaction.</summary>
    public static LeaseTiming Default { get; } = new(TimeSpan.FromSeconds(7));

    /// <summary>The time between two renewals.</summary>
    public TimeSpan RenewalEvery => Length / 3;

    /// <summary>The time between two looks of a process that waits for the lease.</summary>
    public TimeSpan LookEvery => Length / 7;

    /// <summary>The time before the end of the lease at which a holder that could not renew it pauses, and after which it tries
    /// again to renew it.</summary>
    public TimeSpan Margin => Length / 14;
}
