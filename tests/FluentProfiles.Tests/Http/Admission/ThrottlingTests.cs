using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http;

/// <summary>A 429 concerns the client, not only the query that met it.</summary>
public sealed class ThrottlingTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly List<double> arrivals = [];
    private readonly SemaphoreSlim arrived = new(0);

    [Theory]
    [OverBothTransports]
    public async Task RequestsOfOtherQueries_WaitUntilTheTimeIsUp(TransportKind kind)
    {
        await using var service = await StartAsync(kind, refusals: 1);
        var refused = service.Query().CountAsync().AsTask();
        await AnsweredAsync(service);

        var others = Enumerable.Range(0, 3).Select(_ => service.Query().CountAsync().AsTask()).ToArray();
        var get = service.Client.GetAsync(TestProfiles.IdOf(0));
        clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Equal([0], Arrivals());
        clock.Advance(TimeSpan.FromSeconds(1));

        var counts = await Task.WhenAll(others).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal([3, 3, 3], counts);
        await get.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal([0, 20, 20, 20, 20], Arrivals());

        // Chance has made its wait a little longer than what was asked for.
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(3, await refused.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal([0, 20, 20, 20, 20, 25], Arrivals());
    }

    [Theory]
    [OverBothTransports]
    public async Task OtherFailures_HoldNobodyBack(TransportKind kind)
    {
        await using var service = await StartAsync(kind, refusals: 1, status: 529);
        var refused = service.Query().CountAsync().AsTask();
        await AnsweredAsync(service);

        Assert.Equal(3, await service.Query().CountAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.False(refused.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(25));

        Assert.Equal(3, await refused.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal([0, 0, 25], Arrivals());
    }

    private Task<TestService> StartAsync(TransportKind kind, int refusals, int status = 429) =>
        kind.StartAsync(
            emulator =>
                emulator.Intercept = _ =>
                {
                    lock (arrivals)
                        arrivals.Add((clock.GetUtcNow() - clock.Start).TotalSeconds);
                    return Interlocked.Decrement(ref refusals) < 0
                        ? null
                        : EmulatorResponse.Error(status, "some_error", "No.").WithHeader("retry-after", "20");
                },
            client => (client.MaxRetries, client.TimeProvider) = (5, new SignallingClock(clock, arrived))
        );

    /// <summary>Waits until the first refusal has come and its wait has begun.</summary>
    private async Task AnsweredAsync(TestService service)
    {
        Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Single(service.Requests);
    }

    private double[] Arrivals()
    {
        lock (arrivals)
            return [.. arrivals];
    }

    /// <summary>Another clock's time; tells when the wait for a retry begins.</summary>
    private sealed class SignallingClock(FakeTimeProvider clock, SemaphoreSlim waits) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = clock.CreateTimer(callback, state, dueTime, period);
            if (state is not CancellationTokenSource && dueTime != Timeout.InfiniteTimeSpan)
                waits.Release();
            return timer;
        }
    }
}
