using FluentProfiles.Http.Retrying;

namespace FluentProfiles.Http;

/// <summary>Limits the concurrent attempts of a client after a 429. It is closed for the delay that the service asks for. Then it admits a
/// few attempts, oldest calls first, and more as answers arrive, until no attempt has waited for a second. As TCP does, it doubles
/// their number up to half of what was rejected, and then adds one at a time: every attempt under way when the service's budget is
/// spent is rejected and costs its call a retry. Attempts without an answer delay the others by at most a second. Thread-safe.</summary>
internal sealed class ThrottleGate
{
    private const int FirstAttempts = 4;

    private static readonly TimeSpan QuietPeriod = TimeSpan.FromSeconds(1);

    private readonly object state = new();
    private readonly WaitQueue waiting = new();
    private readonly TimeProvider clock;
    private readonly ForegroundDemand demand;
    private readonly TimeSpan? interval;
    private ITimer? timer;
    private Deadline opening;
    private Deadline nextAttempt;
    private Deadline stalled;
    private Deadline quiet;
    private int active;
    private int limit = int.MaxValue;
    private int threshold;
    private int accepted;
    private bool isWaitingForForeground;

    /// <param name="clock">The clock.</param>
    /// <param name="demand">The demand of the foreground.</param>
    /// <param name="interval">Null for a gate of the foreground; for one of the background, which yields to the foreground, the
    /// least time between two attempts.</param>
    public ThrottleGate(TimeProvider clock, ForegroundDemand demand, TimeSpan? interval = null)
    {
        (this.clock, this.demand, this.interval) = (clock, demand, interval);
        opening = nextAttempt = stalled = quiet = new(clock);
    }

    public bool IsClosed { get; private set; }

    /// <summary>True when attempts of this gate must wait, even if there is capacity: it is closed, or the foreground comes first.</summary>
    public bool IsBlocked => IsClosed || (IsOfBackground && !demand.IsIdle);

    private bool IsOfBackground => interval is not null;

    private bool HasCapacity => !IsBlocked && active < limit && nextAttempt.HasPassed;

    /// <summary>Enters if there is capacity and no call waits. If it returns true, <see cref="Exit"/> must follow.</summary>
    public bool TryEnter()
    {
        lock (state)
        {
            var enters = waiting.Count == 0 && HasCapacity;
            if (enters)
                Enter();
            return enters;
        }
    }

    /// <summary>Waits until an attempt may be made. <see cref="Exit"/> must follow.</summary>
    public async ValueTask EnterAsync(long ticket, CancellationToken cancellationToken)
    {
        Task turn;
        lock (state)
        {
            if (TryEnter())
                return;
            turn = waiting.Add(ticket, cancellationToken);
            quiet.Set(QuietPeriod);
            AdmitWaiting();
        }
        try
        {
            await turn.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (state)
                waiting.Remove(ticket);
            throw;
        }
    }

    /// <summary>Ends an attempt.</summary>
    /// <param name="isAccepted">True when the answer shows that the service accepts requests again.</param>
    public void Exit(bool isAccepted)
    {
        lock (state)
        {
            active--;
            if (isAccepted && limit < int.MaxValue)
                RaiseLimit();
            AdmitWaiting();
        }
    }

    private void RaiseLimit()
    {
        if (waiting.Count == 0 && quiet.HasPassed)
            limit = int.MaxValue;
        else if (limit < threshold || ++accepted >= limit)
            (limit, accepted) = (limit + 1, 0);
    }

    /// <summary>Closes the gate for a time, unless it is already closed for longer.</summary>
    public void Close(TimeSpan time)
    {
        lock (state)
        {
            if (IsClosed && time <= opening.Left)
                return;
            if (!IsClosed)
                BeginPause();
            opening.Set(time);
            SetTimer();
        }
    }

    private void BeginPause()
    {
        IsClosed = true;
        threshold = Math.Max(FirstAttempts, Math.Min(limit, active) / 2);
        if (!IsOfBackground)
            demand.Begin();
    }

    /// <summary>Opens the gate, or admits more attempts, if enough time has passed.</summary>
    private void Update()
    {
        lock (state)
        {
            if (IsClosed && opening.HasPassed)
                Open();
            else if (!IsClosed && active >= limit && stalled.HasPassed)
                limit = active + FirstAttempts;
            AdmitWaiting();
        }
    }

    private void Open()
    {
        IsClosed = false;
        // Active attempts may be slow, and the others need not wait for them.
        limit = active + FirstAttempts;
        quiet.Set(QuietPeriod);
        if (!IsOfBackground)
            demand.End();
    }

    private void AdmitWaiting()
    {
        while (HasCapacity && waiting.ReleaseFirst())
            Enter();
        SetTimer();
    }

    private void Enter()
    {
        active++;
        if (limit < int.MaxValue)
            stalled.Set(QuietPeriod);
        if (interval is { } time)
            nextAttempt.Set(time);
    }

    private void SetTimer()
    {
        if (!IsClosed && waiting.Count == 0)
            return;
        if (!IsClosed && IsBlocked)
            WaitForForeground();
        else
            StartTimer(
                IsClosed ? opening.Left
                : nextAttempt.HasPassed ? stalled.Left
                : nextAttempt.Left
            );
    }

    private void WaitForForeground()
    {
        if (isWaitingForForeground)
            return;
        isWaitingForForeground = true;
        demand.RunWhenIdle(() =>
        {
            lock (state)
            {
                isWaitingForForeground = false;
                Update();
            }
        });
    }

    /// <summary>Sets the timer in whole milliseconds, because it cuts off fractions and would fire too early.</summary>
    private void StartTimer(TimeSpan wait)
    {
        timer ??= clock.CreateTimer(_ => Update(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(
            TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(wait.TotalMilliseconds))),
            Timeout.InfiniteTimeSpan
        );
    }
}
