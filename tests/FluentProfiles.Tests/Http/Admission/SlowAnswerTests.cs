using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http;

/// <summary>After a 429, requests that get no answer don't hold up the others.</summary>
public sealed class SlowAnswerTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider clock = new();
    private int arrived;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(9, 2)]
    public async Task SlowRequestsLetInFirst_HoldNobodyUpForLong(int slow, int seconds)
    {
        await using var service = await StartAsync();
        await service.Client.FailAsync<ProfilesRateLimitException>();

        var slowRequests = Slow(service, slow);
        var other = service.Query().CountAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(10));
        for (var i = 0; i < seconds; i++)
        {
            await ArrivedAsync(1 + (4 * (i + 1)));
            Assert.False(other.IsCompleted);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(3, await other.WaitAsync(Long));
        Assert.All(slowRequests, request => Assert.False(request.IsCompleted));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public async Task SlowRequestsFromBefore_HoldNobodyUp(int slow)
    {
        await using var service = await StartAsync();
        var slowRequests = Slow(service, slow);
        await ArrivedAsync(slow);
        await service.Client.FailAsync<ProfilesRateLimitException>();

        var others = Enumerable.Range(0, 8).Select(_ => service.Query().CountAsync().AsTask()).ToArray();
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.All(await Task.WhenAll(others).WaitAsync(Long), count => Assert.Equal(3, count));
        Assert.All(slowRequests, request => Assert.False(request.IsCompleted));
    }

    private async Task ArrivedAsync(int requests)
    {
        using CancellationTokenSource patience = new(Long);
        while (Volatile.Read(ref arrived) < requests)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static Task[] Slow(TestService service, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => service.Query().WithPageSize(7).CountAsync().AsTask())];

    private static bool IsSlow(EmulatorRequest request) =>
        request.PathAndQuery.Contains("limit=7", StringComparison.Ordinal);

    /// <summary>A service that refuses one request with 429, and never answers those for pages of seven.</summary>
    private async Task<TestService> StartAsync()
    {
        var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: client =>
                (client.MaxRetries, client.TimeProvider, client.MaxRetryAfter, client.AttemptTimeout) = (
                    5,
                    clock,
                    TimeSpan.FromSeconds(10),
                    Timeout.InfiniteTimeSpan
                )
        );
        var refused = 0;
        service.Emulator.Intercept = request =>
            IsSlow(request) || Interlocked.Increment(ref refused) > 1
                ? null
                : EmulatorResponse.Error(429, "rate_limit_error", "No.").WithHeader("retry-after", "3600");
        service.Emulator.BeforeResponse = async (request, ended) =>
        {
            Interlocked.Increment(ref arrived);
            if (IsSlow(request))
                await Task.Delay(Timeout.Infinite, ended);
        };
        return service;
    }
}
