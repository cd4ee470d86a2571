using System.Globalization;
using System.Threading.RateLimiting;
using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http;

/// <summary>A background client yields to the one that made it. Requests of the foreground ask for pages of 100, those of the
/// background for pages of 7.</summary>
public sealed class BackgroundClientTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider clock = new();
    private readonly List<string> arrivals = [];
    private readonly SemaphoreSlim arrived = new(0);
    private readonly SemaphoreSlim scheduled = new(0);

    [Theory]
    [InlineData(2, 500)]
    [InlineData(0.1, 10_000)]
    [InlineData(40, 25)]
    public async Task Requests_KeepTheirDistance(double rate, int milliseconds)
    {
        await using var service = await StartAsync();
        using var background = service.Client.CreateBackgroundClient(rate);

        var counts = Enumerable.Range(0, 4).Select(_ => CountAsync(background)).ToArray();
        await HappenedAsync(arrived);
        for (var i = 1; i < 4; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
            Assert.Equal(i, arrivals.Count);
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await HappenedAsync(arrived);
        }

        Assert.All(await Task.WhenAll(counts).WaitAsync(Long), count => Assert.Equal(3, count));
        Assert.Equal(Enumerable.Range(0, 4).Select(i => $"background {i * milliseconds}"), arrivals);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1e300)]
    public async Task NoRate_SendsAtOnce(double? rate)
    {
        await using var service = await StartAsync();
        using var background = service.Client.CreateBackgroundClient(rate);

        var counts = Enumerable.Range(0, 50).Select(_ => CountAsync(background));

        Assert.All(await Task.WhenAll(counts).WaitAsync(Long), count => Assert.Equal(3, count));
    }

    [Fact]
    public async Task RetriesToo_KeepTheirDistance()
    {
        await using var service = await StartAsync(Refuse("background", 503, "1"));
        using var background = service.Client.CreateBackgroundClient(0.1);

        var counting = CountAsync(background);
        await HappenedAsync(scheduled);
        using CancellationTokenSource patience = new(Long);
        while (!counting.IsCompleted && !patience.IsCancellationRequested)
        {
            clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        Assert.Equal(3, await counting);
        Assert.Equal(2, arrivals.Count);
        Assert.True(int.Parse(arrivals[1].Split(' ')[1], CultureInfo.InvariantCulture) >= 10_000);
    }

    [Fact]
    public async Task RefusalOfTheForeground_HoldsTheBackgroundUntilTheForegroundIsServed()
    {
        await using var service = await StartAsync(Refuse("foreground", 429, "20"));
        using var background = service.Client.CreateBackgroundClient(1000);
        var refused = service.Query().CountAsync().AsTask();
        await HappenedAsync(scheduled);

        var behind = CountAsync(background);
        var foreground = service.Query().CountAsync().AsTask();
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(3, await foreground.WaitAsync(Long));
        // Chance has made its wait a little longer.
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(3, await refused.WaitAsync(Long));
        Assert.Equal(3, await behind.WaitAsync(Long));
        Assert.Equal(["foreground 0", "foreground 20000", "foreground 25000", "background 25000"], arrivals);
    }

    [Fact]
    public async Task RefusalThatNobodyWaitsFor_HoldsTheBackground()
    {
        await using var service = await StartAsync(Refuse("foreground", 429, "3600"));
        using var background = service.Client.CreateBackgroundClient();
        await service.Client.FailAsync<ProfilesRateLimitException>();

        var behind = CountAsync(background);
        clock.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromMilliseconds(1));
        Assert.False(behind.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(3, await behind.WaitAsync(Long));
        Assert.Equal(["foreground 0", "background 60000"], arrivals);
    }

    [Fact]
    public async Task RefusalOfTheBackground_HoldsTheBackgroundAlone()
    {
        await using var service = await StartAsync(Refuse("background", 429, "3600"));
        using var background = service.Client.CreateBackgroundClient();
        using var sibling = background.CreateBackgroundClient();
        await Assert.ThrowsAsync<ProfilesRateLimitException>(() => CountAsync(background));

        var held = CountAsync(background);
        Assert.Equal(3, await service.Query().CountAsync().AsTask().WaitAsync(Long));
        Assert.Equal(3, await CountAsync(sibling).WaitAsync(Long));
        Assert.False(held.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(3, await held.WaitAsync(Long));
        Assert.Equal(["background 0", "foreground 0", "background 0", "background 60000"], arrivals);
    }

    [Fact]
    public async Task ForegroundThatWaitsForAPermit_GoesFirst()
    {
        await using ConcurrencyLimiter limiter = new(new() { PermitLimit = 1, QueueLimit = 100 });
        await using var service = await StartAsync(configure: options => options.RateLimiter = limiter);
        using var background = service.Client.CreateBackgroundClient();
        var permit = limiter.AttemptAcquire();

        var first = CountAsync(background);
        var others = Enumerable.Range(0, 5).Select(_ => CountAsync(background)).ToArray();
        var foreground = Enumerable.Range(0, 3).Select(_ => service.Query().CountAsync().AsTask()).ToArray();
        permit.Dispose();

        await Task.WhenAll([first, .. others, .. foreground]).WaitAsync(Long);
        Assert.Equal([.. Enumerable.Repeat("foreground 0", 3), .. Enumerable.Repeat("background 0", 6)], arrivals);
    }

    [Fact]
    public async Task CancelledWhileItYields_Ends()
    {
        await using var service = await StartAsync(Refuse("foreground", 429, "3600"));
        using var background = service.Client.CreateBackgroundClient(1);
        await service.Client.FailAsync<ProfilesRateLimitException>();
        using CancellationTokenSource stop = new();
        var yielding = background.Query().CountAsync(stop.Token).AsTask();
        var single = background.GetAsync(TestProfiles.IdOf(0));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => yielding);
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(TestProfiles.IdOf(0), (await single.WaitAsync(Long)).Id);
        Assert.Equal(2, arrivals.Count);
    }

    [Fact]
    public async Task Disposed_LeavesTheConnectionsOfItsParentOpen()
    {
        await using var service = await StartAsync();
        var background = service.Client.CreateBackgroundClient();
        Assert.Equal(3, await CountAsync(background));

        background.Dispose();

        Assert.Equal(3, await service.Query().CountAsync());
        var failure = await background.FailAsync<ProfilesConnectionException>();
        Assert.Contains("has been disposed", failure.Message);
        Assert.Equal(2, arrivals.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ParentDisposed_FailsAndSaysSo(bool ownHttpClient)
    {
        await using var service = await StartAsync();
        using HttpClient http = new();
        ProfilesClient parent = new(
            new() { BaseUrl = service.Emulator.BaseUrl, ApiKey = TestService.Key },
            ownHttpClient ? null : http
        );
        using var background = parent.CreateBackgroundClient(1).CreateBackgroundClient(1);

        parent.Dispose();

        var failure = await background.FailAsync<ProfilesConnectionException>();
        Assert.Contains("the client whose connections it shares", failure.Message);
        Assert.Empty(arrivals);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void RateOutOfRange_Throws(double rate)
    {
        using ProfilesClient client = new(new() { ApiKey = TestService.Key });

        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => client.CreateBackgroundClient(rate));

        Assert.Equal("maxRequestsPerSecond", failure.ParamName);
    }

    [Fact]
    public async Task SmallestRate_SendsTheFirstRequest()
    {
        await using var service = await StartAsync();
        using var background = service.Client.CreateBackgroundClient(double.Epsilon);

        Assert.Equal(3, await CountAsync(background));
    }

    [Fact]
    public async Task Credentials_AreShared()
    {
        await using var service = await StartAsync(configure: options =>
            options.TokenProvider = _ => new("token-of-the-parent")
        );
        using var background = service.Client.CreateBackgroundClient(1);

        await CountAsync(background);

        Assert.Equal("Bearer token-of-the-parent", Assert.Single(service.Emulator.Requests).Headers["Authorization"]);
    }

    private static Task<int> CountAsync(ProfilesClient background) =>
        background.Query().WithPageSize(7).CountAsync().AsTask();

    /// <summary>Refuses the first request of the foreground or of the background.</summary>
    private static Func<string, EmulatorResponse?> Refuse(string whose, int status, string retryAfter)
    {
        var refused = 0;
        return request =>
            request == whose && Interlocked.Exchange(ref refused, 1) == 0
                ? EmulatorResponse.Error(status, "some_error", "No.").WithHeader("retry-after", retryAfter)
                : null;
    }

    private static async Task HappenedAsync(SemaphoreSlim events) =>
        Assert.True(await events.WaitAsync(Long), "It has not happened.");

    private Task<TestService> StartAsync(
        Func<string, EmulatorResponse?>? answer = null,
        Action<ProfilesClientOptions>? configure = null
    ) =>
        TestService.StartAsync(
            TestProfiles.Many(3),
            emulator =>
                emulator.Intercept = request =>
                {
                    var whose = request.PathAndQuery.Contains("limit=100", StringComparison.Ordinal)
                        ? "foreground"
                        : "background";
                    lock (arrivals)
                        arrivals.Add($"{whose} {(clock.GetUtcNow() - clock.Start).TotalMilliseconds}");
                    arrived.Release();
                    return answer?.Invoke(whose);
                },
            options =>
            {
                (options.MaxRetries, options.TimeProvider) = (5, clock);
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
                options.Observer = happened =>
                {
                    if (happened is RetryScheduledEvent)
                        scheduled.Release();
                };
                configure?.Invoke(options);
            }
        );
}
