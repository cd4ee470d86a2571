using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Mirror.Tests.Refreshing;

/// <summary>A clock that tells when so many tasks wait for it.</summary>
internal sealed class SteppedClock() : FakeTimeProvider(new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero))
{
    private readonly object state = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> expected = [];
    private int waiting;

    /// <summary>Completes when so many wait.</summary>
    public Task WaitingAsync(int count)
    {
        lock (state)
        {
            if (waiting >= count)
                return Task.CompletedTask;
            TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            expected.Add((count, reached));
            return reached.Task.WaitAsync(TimeSpan.FromMinutes(2));
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is CancellationTokenSource || dueTime == Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);
        var timer = base.CreateTimer(
            inner =>
            {
                Change(-1);
                callback(inner);
            },
            state,
            dueTime,
            period
        );
        Change(1);
        return timer;
    }

    private void Change(int by)
    {
        lock (state)
        {
            waiting += by;
            foreach (var (count, reached) in expected)
            {
                if (waiting >= count)
                    reached.TrySetResult();
            }
        }
    }
}
