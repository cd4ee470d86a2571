using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http.Retrying;

public sealed class RetryCancellationTests
{
    [Theory]
    [OverBothTransports(429)]
    [OverBothTransports(500)]
    public async Task WhileWaitingForTheRetry_Cancels(TransportKind kind, int status)
    {
        using CancellationTokenSource stop = new();
        WaitingClock clock = new(stop.Cancel);
        await using var service = await kind.StartAsync(configureClient: options =>
            (options.MaxRetries, options.TimeProvider) = (5, clock)
        );
        service.Emulator.FailFirst(int.MaxValue, EmulatorResponse.Error(status, "some_error", "No."));

        var query = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await service.Query().ToListAsync(stop.Token)
        );

        Assert.Equal(stop.Token, query.CancellationToken);
        Assert.Single(service.Requests);
    }

    [Theory]
    [OverBothTransports]
    public async Task GetWhileWaitingForTheRetry_Cancels(TransportKind kind)
    {
        using CancellationTokenSource stop = new();
        WaitingClock clock = new(stop.Cancel);
        await using var service = await kind.StartAsync(configureClient: options =>
            (options.MaxRetries, options.TimeProvider, options.TotalTimeout) = (5, clock, TimeSpan.FromHours(1))
        );
        service.Emulator.FailFirst(int.MaxValue, EmulatorResponse.Error(500, "api_error", "No."));

        var get = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Client.GetAsync(TestProfiles.IdOf(0), cancellationToken: stop.Token)
        );

        Assert.Equal(stop.Token, get.CancellationToken);
        Assert.Single(service.Requests);
    }

    [Theory]
    [OverBothTransports]
    public async Task WhileHeldBackByAnothersRefusal_Cancels(TransportKind kind)
    {
        using CancellationTokenSource stop = new();
        TaskCompletionSource waits = new();
        WaitingClock clock = new(waits.SetResult);
        await using var service = await kind.StartAsync(configureClient: options =>
            (options.MaxRetries, options.TimeProvider) = (5, clock)
        );
        service.Emulator.FailFirst(int.MaxValue, EmulatorResponse.Error(429, "rate_limit_error", "No."));
        var refused = service.Query().ToListAsync(stop.Token).AsTask();
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(20));

        var held = service.Query().ToListAsync(stop.Token).AsTask();
        Assert.False(held.IsCompleted);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refused);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);
        Assert.Single(service.Requests);
    }

    /// <summary>A clock that stands still and tells when the wait for a retry has begun.</summary>
    private sealed class WaitingClock(Action waits) : FakeTimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (state is not CancellationTokenSource && dueTime != Timeout.InfiniteTimeSpan)
                ThreadPool.QueueUserWorkItem(_ => waits());
            return timer;
        }
    }
}
