namespace FluentProfiles.Execution;

/// <summary>What a run has done so far. Requests may be counted from several threads.</summary>
internal sealed class RunCounts
{
    private long requests;
    private long retries;

    public long Requests => Interlocked.Read(ref requests);

    public long Retries => Interlocked.Read(ref retries);

    public long Read { get; set; }

    public long Returned { get; set; }

    public long Bytes { get; set; }

    /// <exception cref="ProfilesBudgetException">The plan alone needs more than is allowed.</exception>
    public static void ThrowIfOver(int needed, int? most)
    {
        if (needed > most)
            throw new ProfilesBudgetException(
                $"The query needs at least {needed} requests, and WithMaxRequests or MaxRequestsPerQuery allows {most}. Nothing was sent."
            );
    }

    /// <summary>Counts a request that is about to be sent.</summary>
    /// <exception cref="ProfilesBudgetException">It would be one too many.</exception>
    public void AddRequest(int? most)
    {
        if (Interlocked.Increment(ref requests) <= (most ?? int.MaxValue))
            return;
        Interlocked.Decrement(ref requests);
        throw new ProfilesBudgetException(
            $"The query has sent {most} requests, all that WithMaxRequests or MaxRequestsPerQuery allows, and needs more. Go on from the resume token, or allow more."
        );
    }

    /// <summary>Counts a request that is about to be sent again.</summary>
    /// <exception cref="ProfilesBudgetException">It would be one too many.</exception>
    public void AddRetry(int? most)
    {
        AddRequest(most);
        Interlocked.Increment(ref retries);
    }
}
