using FluentProfiles.Http.Calls;

namespace FluentProfiles.Sources;

/// <summary>Counts the requests of one run and keeps them within its budget. A request is reserved before anything is
/// done for it, and counted when it is sent. Thread-safe.</summary>
/// <param name="most">The most requests, retries included; null for no limit.</param>
/// <param name="outer">A budget that the requests are counted against, too; null for none.</param>
/// <param name="tag">The tag of the query, for the exceptions.</param>
internal sealed class RequestBudget(int? most, RequestBudget? outer = null, string? tag = null) : IRequestBudget
{
    private long reserved;
    private long sent;
    private long resent;
    private long lastTicks = -1;

    /// <summary>The most requests; null for no limit.</summary>
    public int? Most => most;

    /// <summary>The settings that set the budget, for messages.</summary>
    public string Setting { get; init; } = "WithMaxRequests or MaxRequestsPerQuery";

    /// <summary>True once a request was refused because all that are allowed have been sent.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>The number of requests sent, including retries.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>The number of retries among the requests.</summary>
    public long Resent => Interlocked.Read(ref resent);

    /// <summary>The duration of the request that ended last; null before one has ended.</summary>
    public TimeSpan? LastDuration => Interlocked.Read(ref lastTicks) is >= 0 and var ticks ? new(ticks) : null;

    /// <exception cref="ProfilesBudgetException">The plan alone needs more than is allowed.</exception>
    public void ThrowIfBelow(int needed)
    {
        if (needed > most)
            throw new ProfilesBudgetException(
                $"The query needs at least {needed} requests, and WithMaxRequests or MaxRequestsPerQuery allows {most}. Nothing was sent."
            )
            {
                Tag = tag,
            };
    }

    /// <inheritdoc/>
    public void Reserve()
    {
        if (TryReserve())
            return;
        IsSpent = true;
        throw new ProfilesBudgetException(outer is { IsSpent: true } ? outer.Exceeded : Exceeded);
    }

    /// <inheritdoc/>
    public bool TryReserve()
    {
        if (Interlocked.Increment(ref reserved) <= (most ?? long.MaxValue) && ReserveOuter())
            return true;
        Interlocked.Decrement(ref reserved);
        return false;
    }

    /// <inheritdoc/>
    public void End(TimeSpan duration) => Interlocked.Exchange(ref lastTicks, duration.Ticks);

    /// <inheritdoc/>
    public void Send(bool isRetry)
    {
        Interlocked.Increment(ref sent);
        if (isRetry)
            Interlocked.Increment(ref resent);
        outer?.Send(isRetry);
    }

    private string Exceeded =>
        $"The run needs more requests than the {most} that {Setting} allows. Resume from the exception's ResumeToken, or raise the limit.";

    private bool ReserveOuter()
    {
        if (outer is null || outer.TryReserve())
            return true;
        outer.IsSpent = true;
        return false;
    }
}
