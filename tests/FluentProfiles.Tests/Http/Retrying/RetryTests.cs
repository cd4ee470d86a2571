using System.Net;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http.Retrying;

public sealed class RetryTests
{
    private readonly JumpingClock clock = new();

    [Theory]
    [OverBothTransports(408)]
    [OverBothTransports(409)]
    [OverBothTransports(429)]
    [OverBothTransports(500)]
    [OverBothTransports(502)]
    [OverBothTransports(503)]
    [OverBothTransports(529)]
    [OverBothTransports(599)]
    public async Task StatusThatMayPass_IsRepeated(TransportKind kind, int status)
    {
        await using var service = await StartAsync(kind);
        service.Emulator.FailFirst(1, Refusal(status));

        Assert.Equal(3, await service.Query().CountAsync());

        Assert.Equal(2, service.Requests.Count);
        AssertBetween(0.5, 1, Assert.Single(clock.Waits));
    }

    [Theory]
    [OverBothTransports(302)]
    [OverBothTransports(400)]
    [OverBothTransports(401)]
    [OverBothTransports(402)]
    [OverBothTransports(403)]
    [OverBothTransports(404)]
    [OverBothTransports(413)]
    [OverBothTransports(422)]
    public async Task OtherStatus_IsNotRepeated(TransportKind kind, int status)
    {
        await using var service = await StartAsync(kind);
        service.Emulator.FailFirst(1, Refusal(status));

        await Assert.ThrowsAnyAsync<ProfilesApiException>(async () => await service.Query().CountAsync());

        Assert.Single(service.Requests);
        Assert.Empty(clock.Waits);
    }

    [Theory]
    [OverBothTransports(429, "retry-after", "7", 7.0, 8.75)]
    [OverBothTransports(429, "retry-after", "1.5", 1.5, 1.875)]
    [OverBothTransports(429, "retry-after", "Fri, 01 May 2026 12:00:30 GMT", 30.0, 35.0)]
    [OverBothTransports(429, "retry-after-ms", "250", 0.25, 0.35)]
    [OverBothTransports(503, "retry-after", "60", 60.0, 65.0)]
    [OverBothTransports(529, "retry-after", "3", 3.0, 3.75)]
    [OverBothTransports(429, "retry-after", "0", 0.1, 0.2)]
    [OverBothTransports(529, "retry-after-ms", "1", 0.1, 0.2)]
    [OverBothTransports(503, "retry-after", "Fri, 01 May 2026 11:59:30 GMT", 0.5, 2.0)]
    [OverBothTransports(529, "retry-after", "-5", 0.5, 2.0)]
    public async Task RetryAfter_IsWaitedForAndALittleMore(
        TransportKind kind,
        int status,
        string header,
        string value,
        double least,
        double most
    )
    {
        await using var service = await StartAsync(kind);
        var refusal = Refusal(status).WithHeader(header, value);
        service.Emulator.FailFirst(2, refusal.WithHeader("date", "Fri, 01 May 2026 12:00:00 GMT"));

        Assert.Equal(3, await service.Query().CountAsync());

        Assert.Equal(2, clock.Waits.Count);
        Assert.All(clock.Waits, wait => AssertBetween(least, most, wait));
        Assert.Equal(3, service.Requests.Count);
    }

    [Theory]
    [OverBothTransports(429, typeof(ProfilesRateLimitException))]
    [OverBothTransports(500, typeof(ProfilesApiException))]
    [OverBothTransports(529, typeof(ProfilesOverloadedException))]
    public async Task RetriesSpent_ThrowsTheRefusal(TransportKind kind, int status, Type exception)
    {
        await using var service = await StartAsync(kind);
        service.Emulator.FailFirst(int.MaxValue, Refusal(status));

        var failure = (ProfilesApiException)await service.Client.FailAsync(exception);

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal(6, service.Requests.Count);
        Assert.Equal(5, clock.Waits.Count);
        AssertBetween(0.5, 1, clock.Waits[0]);
        AssertBetween(1, 2, clock.Waits[1]);
        AssertBetween(2, 4, clock.Waits[2]);
        AssertBetween(4, 8, clock.Waits[3]);
        AssertBetween(4, 8, clock.Waits[4]);
    }

    [Theory]
    [OverBothTransports(0)]
    [OverBothTransports(1)]
    [OverBothTransports(7)]
    public async Task MaxRetries_LimitsThem(TransportKind kind, int retries)
    {
        await using var service = await StartAsync(kind, options => options.MaxRetries = retries);
        service.Emulator.FailFirst(int.MaxValue, Refusal(500));

        await service.Client.FailAsync<ProfilesApiException>();

        Assert.Equal(retries + 1, service.Requests.Count);
        Assert.Equal(retries, clock.Waits.Count);
    }

    [Theory]
    [OverBothTransports(500, "false", 1)]
    [OverBothTransports(429, "False", 1)]
    [OverBothTransports(400, "true", 2)]
    [OverBothTransports(404, "TRUE", 2)]
    [OverBothTransports(500, "perhaps", 2)]
    [OverBothTransports(400, "", 1)]
    public async Task ShouldRetry_WinsOverTheTable(TransportKind kind, int status, string value, int requests)
    {
        await using var service = await StartAsync(kind, options => options.MaxRetries = 1);
        service.Emulator.FailFirst(int.MaxValue, Refusal(status).WithHeader("x-should-retry", value));

        await Assert.ThrowsAnyAsync<ProfilesApiException>(async () => await service.Query().CountAsync());

        Assert.Equal(requests, service.Requests.Count);
    }

    [Theory]
    [OverBothTransports("")]
    [OverBothTransports("true")]
    public async Task SpendLimit_IsNeverRepeated(TransportKind kind, string shouldRetry)
    {
        await using var service = await StartAsync(kind);
        var refusal = EmulatorResponse
            .Error(429, "rate_limit_error", "No more.", "enforced_spend_limit_reached")
            .WithHeader("retry-after", "1");
        service.Emulator.FailFirst(
            int.MaxValue,
            shouldRetry.Length == 0 ? refusal : refusal.WithHeader("x-should-retry", shouldRetry)
        );

        await service.Client.FailAsync<ProfilesRateLimitException>();

        Assert.Single(service.Requests);
        Assert.Empty(clock.Waits);
    }

    [Theory]
    [OverBothTransports]
    public async Task FailureOfOnePage_SendsThatPageAloneAgain(TransportKind kind)
    {
        await using var service = await StartAsync(kind);
        var second = true;
        service.Emulator.Intercept = request =>
            request.PathAndQuery.Contains("page=", StringComparison.Ordinal) && Interlocked.Exchange(ref second, false)
                ? Refusal(500)
                : null;

        var ids = await service.Query().WithPageSize(1).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Newest(3, 3), ids);
        var targets = service.Emulator.Requests.Select(request => request.PathAndQuery).ToArray();
        Assert.Equal(4, targets.Length);
        Assert.Equal(targets[1], targets[2]);
        Assert.Equal(3, targets.Distinct().Count());
    }

    [Theory]
    [OverBothTransports]
    public async Task LookUps_AreRepeated(TransportKind kind)
    {
        await using var service = await StartAsync(kind);
        string[] ids = [TestProfiles.IdOf(0), TestProfiles.IdOf(2), "uprof_none"];

        service.Emulator.FailFirst(1, Refusal(529));
        Assert.Equal(2, await service.Query().CountAsync(p => ids.Contains(p.Id)));
        service.Emulator.FailFirst(1, Refusal(529));
        Assert.Equal(ids[0], (await service.Client.GetAsync(ids[0])).Id);
        service.Emulator.FailFirst(1, Refusal(529));
        Assert.Equal(3, (await service.Query().WithDetails().ToListAsync()).Count);

        Assert.Equal(4 + 2 + 5, service.Requests.Count);
    }

    private Task<TestService> StartAsync(TransportKind kind, Action<ProfilesClientOptions>? configure = null) =>
        kind.StartAsync(configureClient: options =>
        {
            (options.MaxRetries, options.TimeProvider) = (5, clock);
            configure?.Invoke(options);
        });

    private static EmulatorResponse Refusal(int status) => EmulatorResponse.Error(status, "some_error", "Not now.");

    private static void AssertBetween(double least, double most, TimeSpan wait) =>
        Assert.InRange(wait.TotalSeconds, least, most);
}
