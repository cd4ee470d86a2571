namespace FluentProfiles.Http;

/// <summary>What every attempt of a client passes: closed while the service says that there are too many, and opened again
/// without a rush. At first one attempt is let through, for each that is taken one more at once, the oldest calls first, until
/// nobody waits any longer. Thread-safe.</summary>
internal sealed class ThrottleGate(TimeProvider clock)
{
    private readonly object state = new();
    private readonly PriorityQueue<TaskCompletionSource, long> waiting = new();
    private ITimer? timer;
    private long tickets;
    private int inside;
    private int allowed = int.MaxValue;
    private long closedAt;
    private TimeSpan closedFor;

    public bool IsClosed { get; private set; }

    /// <summary>A call's place among those that wait: earlier ones go first, however often they come.</summary>
    public long TakeTicket() => Interlocked.Increment(ref tickets);

    /// <summary>Enters where there is room; <see cref="Leave"/> follows then.</summary>
    public bool TryEnter()
    {
        lock (state)
        {
            // Where there is room, nobody waits.
            var enters = !IsClosed && inside < allowed;
            if (enters)
                inside++;
            return enters;
        }
    }

    /// <summary>Waits until an attempt may be made. <see cref="Leave"/> follows.</summary>
    public ValueTask EnterAsync(long ticket, CancellationToken cancellationToken)
    {
        lock (state)
        {
            if (TryEnter())
                return default;
            TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn, ticket);
            return new(WaitAsync(turn, cancellationToken));
        }
    }

    /// <summary>Ends an attempt.</summary>
    /// <param name="isTaken">Whether it shows that the service takes requests again.</param>
    public void Leave(bool isTaken)
    {
        lock (state)
        {
            inside--;
            if (isTaken && allowed < int.MaxValue)
                allowed = waiting.Count == 0 ? int.MaxValue : allowed + 1;
            LetIn();
        }
    }

    /// <summary>Lets nobody in for a time; a longer one that runs already stays.</summary>
    public void Close(TimeSpan time)
    {
        lock (state)
        {
            allowed = 1;
            if (IsClosed && time <= Left())
                return;
            (IsClosed, closedAt, closedFor) = (true, clock.GetTimestamp(), time);
            timer ??= clock.CreateTimer(_ => Open(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            timer.Change(time, Timeout.InfiniteTimeSpan);
        }
    }

    private void Open()
    {
        lock (state)
        {
            // A timer may be early, or have rung while it was set anew.
            if (Left() is { Ticks: > 0 } left)
            {
                timer!.Change(left + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }
            IsClosed = false;
            LetIn();
        }
    }

    private TimeSpan Left() => closedFor - clock.GetElapsedTime(closedAt);

    private void LetIn()
    {
        while (!IsClosed && inside < allowed && waiting.TryDequeue(out var next, out _))
        {
            if (next.TrySetResult())
                inside++;
        }
    }

    private static async Task WaitAsync(TaskCompletionSource turn, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(
            static (turn, token) => ((TaskCompletionSource)turn!).TrySetCanceled(token),
            turn
        );
        await turn.Task.ConfigureAwait(false);
    }
}
