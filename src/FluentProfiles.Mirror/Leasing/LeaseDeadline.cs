using System.Diagnostics;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>The time until which a lease is certain to be that of this process. Behind it, another process may have taken the lease:
/// only the database knows. Thread-safe.</summary>
/// <param name="timing">The length of the lease.</param>
internal sealed class LeaseDeadline(LeaseTiming timing)
{
    private readonly Lock state = new();
    private TaskCompletionSource moved = Create();
    private int transactions;
    private long extendedAt;

    /// <summary>True when another process may have the lease.</summary>
    public bool HasPassed
    {
        get
        {
            lock (state)
                return IsPassed;
        }
    }

    private bool IsPassed => transactions == 0 && Stopwatch.GetElapsedTime(extendedAt) >= timing.Length - timing.Margin;

    /// <summary>Counts the length of the lease from a timestamp.</summary>
    public void Extend(long timestamp)
    {
        lock (state)
        {
            extendedAt = Math.Max(extendedAt, timestamp);
            Move();
        }
    }

    /// <summary>Holds the deadline off while a transaction runs that nobody can take the lease before.</summary>
    public Suspension Suspend()
    {
        lock (state)
        {
            transactions++;
            Move();
        }
        return new(this);
    }

    /// <summary>Waits until the deadline lies ahead.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (NextMove() is { } next)
            await next.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Null where there is nothing to wait for.</summary>
    private Task? NextMove()
    {
        lock (state)
            return IsPassed ? moved.Task : null;
    }

    private void Move()
    {
        moved.SetResult();
        moved = Create();
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends the suspension.</summary>
    public readonly struct Suspension(LeaseDeadline deadline) : IDisposable
    {
        public void Dispose()
        {
            lock (deadline.state)
                deadline.transactions--;
        }
    }
}
