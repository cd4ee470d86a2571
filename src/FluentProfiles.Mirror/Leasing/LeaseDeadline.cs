using System.Diagnostics;

namespace FluentProfiles.Mirror.Leasing;

/// <summary>The time at which a lease that was not renewed counts as lost in this process. Thread-safe.</summary>
internal sealed class LeaseDeadline : IAsyncDisposable
{
    private readonly LeaseTiming timing;
    private readonly Action passed;
    private readonly Timer timer;
    private int transactions;
    private long extendedAt;

    /// <param name="timing">The length of the lease.</param>
    /// <param name="passed">Called when the deadline has passed.</param>
    public LeaseDeadline(LeaseTiming timing, Action passed)
    {
        (this.timing, this.passed) = (timing, passed);
        timer = new(_ => Look());
    }

    private TimeSpan Left => timing.Length - timing.Margin - Stopwatch.GetElapsedTime(Interlocked.Read(ref extendedAt));

    /// <summary>Counts the length of the lease from a timestamp.</summary>
    public void Extend(long timestamp)
    {
        Interlocked.Exchange(ref extendedAt, timestamp);
        Set(Left);
    }

    /// <summary>Holds the deadline off while a transaction runs that nobody can take the lease before.</summary>
    public Suspension Suspend()
    {
        Interlocked.Increment(ref transactions);
        return new(this);
    }

    public ValueTask DisposeAsync() => timer.DisposeAsync();

    private void Look()
    {
        if (Left > TimeSpan.Zero)
            Set(Left);
        else if (Volatile.Read(ref transactions) > 0)
            Set(timing.Margin);
        else
            passed();
    }

    private void Set(TimeSpan due)
    {
        try
        {
            timer.Change(due > TimeSpan.Zero ? due : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The lease was released meanwhile.
        }
    }

    /// <summary>Ends the suspension.</summary>
    public readonly struct Suspension(LeaseDeadline deadline) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref deadline.transactions);
    }
}
