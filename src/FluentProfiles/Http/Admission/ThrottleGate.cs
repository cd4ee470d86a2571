using FluentProfiles.Http.Retrying;

namespace FluentProfiles.Http;

/// <summary>Bounds the attempts of a client after a 429. It is closed while the service asks for a pause. Then it lets a
/// few attempts in, oldest calls first, and more as answers arrive, until no attempt has waited for a second. As TCP does, it
/// doubles their number up to half of what was refused, and then grows by one at a time, because everything that is under
/// way when the service's budget is spent is refused and costs each of these calls a retry. Attempts without an answer
/// delay the others by at most a second. Thread-safe.</summary>
internal sealed class ThrottleGate
{
    private const int FirstAttempts = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly object state = new();
    private readonly WaitingLine waiting = new();
    private readonly TimeProvider clock;
    private readonly ForegroundDemand demand;
    private readonly TimeSpan? interval;
    private ITimer? timer;
    private Deadline opening;
    private Deadline pace;
    private Deadline patience;
    private Deadline calm;
    private int inside;
    private int allowed = int.MaxValue;
    private int threshold;
    private int taken;
    private bool isYielding;

    /// <param name="clock">The clock.</param>
    /// <param name="demand">The demand of the foreground.</param>
    /// <param name="interval">Null for a gate of the foreground; for one of the background, which yields to the foreground, the
    /// least time between two attempts.</param>
    public ThrottleGate(TimeProvider clock, ForegroundDemand demand, TimeSpan? interval = null)
    {
        (this.clock, this.demand, this.interval) = (clock, demand, interval);
        opening = pace = patience = calm = new(clock);
    }

    public bool IsClosed { get; private set; }

    /// <summary>True when attempts of this gate must wait, whatever room there is: it is closed, or yields.</summary>
    public bool IsHeld => IsClosed || (IsOfBackground && !demand.IsQuiet);

    private bool IsOfBackground => interval is not null;

    private bool HasRoom => !IsHeld && inside < allowed && pace.HasCome;

    /// <summary>Enters if there is room and no call waits. If it returns true, <see cref="Leave"/> must follow.</summary>
    public bool TryEnter()
    {
        lock (state)
        {
            var enters = waiting.Count == 0 && HasRoom;
            if (enters)
                Enter();
            return enters;
        }
    }

    /// <summary>Waits until an attempt may be made. <see cref="Leave"/> must follow.</summary>
    public async ValueTask EnterAsync(long ticket, CancellationToken cancellationToken)
    {
        Task turn;
        lock (state)
        {
            if (TryEnter())
                return;
            turn = waiting.Add(ticket, cancellationToken);
            calm.Set(Patience);
            LetIn();
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
    /// <param name="isTaken">True when the answer shows that the service accepts requests again.</param>
    public void Leave(bool isTaken)
    {
        lock (state)
        {
            inside--;
            if (isTaken && allowed < int.MaxValue)
                Grow();
            LetIn();
        }
    }

    private void Grow()
    {
        if (waiting.Count == 0 && calm.HasCome)
            allowed = int.MaxValue;
        else if (allowed < threshold || ++taken >= allowed)
            (allowed, taken) = (allowed + 1, 0);
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
        threshold = Math.Max(FirstAttempts, Math.Min(allowed, inside) / 2);
        if (!IsOfBackground)
            demand.Begin();
    }

    /// <summary>Opens the gate, or lets more attempts in, if enough time has passed.</summary>
    private void Look()
    {
        lock (state)
        {
            if (IsClosed && opening.HasCome)
                Open();
            else if (!IsClosed && inside >= allowed && patience.HasCome)
                allowed = inside + FirstAttempts;
            LetIn();
        }
    }

    private void Open()
    {
        IsClosed = false;
        // Attempts inside may be slow, and the others need not wait for them.
        allowed = inside + FirstAttempts;
        calm.Set(Patience);
        if (!IsOfBackground)
            demand.End();
    }

    private void LetIn()
    {
        while (HasRoom && waiting.LetFirstIn())
            Enter();
        SetTimer();
    }

    private void Enter()
    {
        inside++;
        if (allowed < int.MaxValue)
            patience.Set(Patience);
        if (interval is { } time)
            pace.Set(time);
    }

    private void SetTimer()
    {
        if (!IsClosed && waiting.Count == 0)
            return;
        if (!IsClosed && IsHeld)
            Yield();
        else
            Ring(
                IsClosed ? opening.Left
                : pace.HasCome ? patience.Left
                : pace.Left
            );
    }

    private void Yield()
    {
        if (isYielding)
            return;
        isYielding = true;
        demand.WhenQuiet(() =>
        {
            lock (state)
            {
                isYielding = false;
                Look();
            }
        });
    }

    /// <summary>Sets the timer in whole milliseconds, because it cuts off fractions and would fire too early.</summary>
    private void Ring(TimeSpan wait)
    {
        timer ??= clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(
            TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(wait.TotalMilliseconds))),
            Timeout.InfiniteTimeSpan
        );
    }
}
