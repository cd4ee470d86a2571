using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.Passes;

/// <summary>A clock on which a timer rings as soon as it is set, and notes how long it would have run. Timeouts, which cancel
/// something, do not.</summary>
internal sealed class RingingClock() : FakeTimeProvider(new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly List<TimeSpan> waits = [];

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (waits)
                return [.. waits];
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        return state is CancellationTokenSource ? timer : new Timer(this, timer);
    }

    private void Ring(TimeSpan wait)
    {
        lock (waits)
            waits.Add(wait);
        ThreadPool.QueueUserWorkItem(_ => Advance(wait));
    }

    private sealed class Timer(RingingClock clock, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isSet = inner.Change(dueTime, period);
            if (dueTime > TimeSpan.Zero)
                clock.Ring(dueTime);
            return isSet;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
