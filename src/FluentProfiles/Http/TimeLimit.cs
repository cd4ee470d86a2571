namespace FluentProfiles.Http;

/// <summary>A token that is cancelled with the caller's, or when a time has passed.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly CancellationTokenSource? source;
    private readonly CancellationTokenRegistration registration;
    private readonly long start;
    private readonly TimeSpan? limit;
    private readonly TimeProvider clock;

    /// <param name="limit">The time, or null for none.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="caller">The caller's token.</param>
    public TimeLimit(TimeSpan? limit, TimeProvider clock, CancellationToken caller)
    {
        (this.limit, this.clock, Caller, Token) = (limit, clock, caller, caller);
        if (limit is not { } time)
            return;
        start = clock.GetTimestamp();
        source = new(time, clock);
        Token = source.Token;
        registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    public CancellationToken Caller { get; }

    public CancellationToken Token { get; }

    /// <summary>Whether the time was up before the caller cancelled.</summary>
    public bool HasPassed => Token.IsCancellationRequested && !Caller.IsCancellationRequested;

    /// <summary>Whether a wait that begins now would not end within the limit.</summary>
    public bool IsOutlastedBy(TimeSpan wait) => wait >= limit - clock.GetElapsedTime(start);

    public void Dispose()
    {
        registration.Dispose();
        source?.Dispose();
    }
}
