namespace FluentProfiles.Tests.Http.Retrying;

public sealed class TimeOutTests
{
    private const string Cut = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\":[";
    private const string Page = "HTTP/1.1 200 OK\r\nContent-Length: 28\r\n\r\n{\"data\":[],\"next_page\":null}";
    private const string Busy = "HTTP/1.1 429 No\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n";

    private readonly JumpingClock clock = new();

    [Theory]
    [OverBothTransports("")]
    [OverBothTransports(Cut)]
    public async Task Attempt_IsGivenUpAndRepeated(TransportKind kind, string sent)
    {
        var attempts = 0;
        await using var server = new RawServer(
            async (stream, ct) =>
            {
                if (Interlocked.Increment(ref attempts) > 2)
                    await RawServer.WriteAsync(stream, Page, ct);
                else
                    await HangAsync(stream, sent, TimeSpan.FromSeconds(30), ct);
            }
        );
        using var client = Client(kind, server, options => options.MaxRetries = 2);

        Assert.Equal(0, await client.Query().CountAsync());

        Assert.Equal(3, server.Heads.Count);
        Assert.Equal(2, clock.Waits.Count);
    }

    [Theory]
    [OverBothTransports]
    public async Task AttemptsAllTooLong_ThrowsAndSaysWhichOption(TransportKind kind)
    {
        await using var server = new RawServer((stream, ct) => HangAsync(stream, "", TimeSpan.FromSeconds(7), ct));
        using var client = Client(
            kind,
            server,
            options => (options.MaxRetries, options.AttemptTimeout) = (1, TimeSpan.FromSeconds(7))
        );

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.Contains("timed out after 7 s, ProfilesClientOptions.AttemptTimeout (2 attempts, ", failure.Message);
        Assert.Equal(2, server.Heads.Count);
    }

    [Theory]
    [OverBothTransports]
    public async Task AttemptWithoutLimit_IsWaitedFor(TransportKind kind)
    {
        await using var server = new RawServer(
            async (stream, ct) =>
            {
                clock.Advance(TimeSpan.FromDays(1));
                await RawServer.WriteAsync(stream, Page, ct);
            }
        );
        using var client = Client(kind, server, options => options.AttemptTimeout = Timeout.InfiniteTimeSpan);

        Assert.Equal(0, await client.Query().CountAsync());
    }

    [Theory]
    [OverBothTransports]
    public async Task Total_EndsTheAttempt(TransportKind kind)
    {
        await using var server = new RawServer((stream, ct) => HangAsync(stream, "", TimeSpan.FromSeconds(10), ct));
        using var client = Client(kind, server, options => options.TotalTimeout = TimeSpan.FromSeconds(10));

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.Contains("timed out after 10 s, ProfilesClientOptions.TotalTimeout (1 attempt, 10 s)", failure.Message);
        Assert.Single(server.Heads);
    }

    [Theory]
    [OverBothTransports]
    public async Task WaitLongerThanTotal_IsNotBegun(TransportKind kind)
    {
        await using var server = new RawServer(Busy);
        using var client = Client(kind, server, options => options.TotalTimeout = TimeSpan.FromSeconds(60));

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.Contains(
            "timed out after 60 s, ProfilesClientOptions.TotalTimeout, retries and waits included (1 attempt, ",
            failure.Message
        );
        var refusal = Assert.IsType<ProfilesRateLimitException>(failure.InnerException);
        Assert.Equal(TimeSpan.FromSeconds(60), refusal.RetryAfter);
        Assert.Single(server.Heads);
        Assert.Empty(clock.Waits);
    }

    [Theory]
    [OverBothTransports]
    public async Task Total_HoldsForEachRequestAnew(TransportKind kind)
    {
        await using var service = await kind.StartAsync(configureClient: options =>
            (options.MaxRetries, options.TimeProvider, options.TotalTimeout) = (5, clock, TimeSpan.FromSeconds(8))
        );
        // Each page waits 5 s before it comes: 15 s for the query.
        var number = 0;
        service.Emulator.Intercept = _ =>
            Interlocked.Increment(ref number) % 2 == 1
                ? Emulator.EmulatorResponse.Error(429, "rate_limit_error", "No.").WithHeader("retry-after", "5")
                : null;

        Assert.Equal(3, await service.Query().WithPageSize(1).CountAsync());

        Assert.Equal(6, service.Requests.Count);
        Assert.InRange((clock.GetUtcNow() - JumpingClock.Begin).TotalSeconds, 15, 18.75);
    }

    [Fact]
    public async Task TokenProviderTooSlow_IsGivenUp()
    {
        using var client = new ProfilesClient(
            new()
            {
                TokenProvider = async ct =>
                {
                    clock.Advance(TimeSpan.FromSeconds(30));
                    await Task.Delay(Timeout.Infinite, ct);
                    return "never";
                },
                MaxRetries = 0,
                TimeProvider = clock,
            }
        );

        await client.FailAsync<ProfilesConnectionException>();
    }

    /// <summary>Sends the beginning of an answer, lets some time pass and never goes on.</summary>
    private async Task HangAsync(Stream stream, string sent, TimeSpan time, CancellationToken ct)
    {
        await RawServer.WriteAsync(stream, sent, ct);
        clock.Advance(time);
        await Task.Delay(Timeout.Infinite, ct);
    }

    private ProfilesClient Client(TransportKind kind, RawServer server, Action<ProfilesClientOptions> configure) =>
        kind.Client(
            server.BaseUrl,
            configure: options =>
            {
                (options.MaxRetries, options.TimeProvider) = (5, clock);
                configure(options);
            }
        );
}
