using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http;

/// <summary>A clock that jumps over every wait before a retry as soon as it begins, and notes it. Time-outs, which cancel
/// something, run as they would: they end when the time has come.</summary>
internal sealed class JumpingClock : FakeTimeProvider
{
    public static readonly DateTimeOffset Begin = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<TimeSpan> waits = [];

    public JumpingClock()
        : base(Begin) { }

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
        if (state is CancellationTokenSource || dueTime == Timeout.InfiniteTimeSpan)
            return timer;
        lock (waits)
            waits.Add(dueTime);
        ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        return timer;
    }
}
