namespace FluentProfiles.Http.Retrying;

/// <summary>A token that is cancelled with the caller's, or when a time has passed.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly CancellationTokenRegistration registration;
    private readonly CancellationToken caller;
    private Deadline end;
    private TimeSpan left;

    private TimeLimit(TimeSpan limit, TimeProvider clock, CancellationToken caller)
    {
        (Limit, this.caller) = (limit, caller);
        end = new(clock);
        end.Set(limit);
        source = new(limit, clock);
        registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    public CancellationToken Token => source.Token;

    public TimeSpan Limit { get; }

    /// <summary>True when the time was up before the caller cancelled.</summary>
    public bool HasPassed => source.IsCancellationRequested && !caller.IsCancellationRequested;

    /// <param name="limit">The time, or null for none.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    public static TimeLimit? Of(TimeSpan? limit, TimeProvider clock, CancellationToken caller) =>
        limit is { } time ? new(time, clock, caller) : null;

    /// <summary>Returns true when the time is up before a delay that begins now has ended.</summary>
    public bool ExpiresWithin(TimeSpan wait) => wait >= end.Left;

    /// <summary>Stops the clock.</summary>
    public void Pause()
    {
        left = end.Left;
        source.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Starts the clock again.</summary>
    public void Resume()
    {
        end.Set(left);
        if (left > TimeSpan.Zero)
            source.CancelAfter(left);
        else
            source.Cancel();
    }

    public void Dispose()
    {
        registration.Dispose();
        source.Dispose();
    }
}
