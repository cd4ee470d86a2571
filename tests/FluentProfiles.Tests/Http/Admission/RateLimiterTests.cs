using System.Threading.RateLimiting;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http;

public sealed class RateLimiterTests
{
    private readonly JumpingClock clock = new();

    [Theory]
    [OverBothTransports]
    public async Task EachAttempt_TakesOnePermitAndGivesItBack(TransportKind kind)
    {
        await using CountingLimiter limiter = new(permits: 1);
        await using var service = await StartAsync(kind, limiter);
        service.Emulator.FailFirst(2, EmulatorResponse.Error(500, "api_error", "No."));

        Assert.Equal(3, await service.Query().WithPageSize(2).CountAsync());

        Assert.Equal(4, service.Requests.Count);
        Assert.Equal((4, 4), (limiter.Given, limiter.Returned));
    }

    [Theory]
    [OverBothTransports]
    public async Task NoPermit_ThrowsBudgetAndSendsNothing(TransportKind kind)
    {
        await using CountingLimiter limiter = new(permits: 0);
        await using var service = await StartAsync(kind, limiter);

        var failure = await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
            await service.Query().ToListAsync()
        );

        Assert.Contains("ProfilesClientOptions.RateLimiter", failure.Message);
        Assert.Empty(service.Requests);
        Assert.Equal(1, limiter.Returned);
    }

    [Theory]
    [OverBothTransports]
    public async Task DisposedLimiter_ThrowsConfigurationWithTheWayToResume(TransportKind kind)
    {
        var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1 });
        await using var service = await StartAsync(kind, limiter);
        List<string> ids = [];

        var failure = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () =>
        {
            await foreach (var profile in service.Query().WithPageSize(1).WithPrefetch(0))
            {
                ids.Add(profile.Id);
                limiter.Dispose();
            }
        });

        Assert.Contains("ProfilesClientOptions.RateLimiter has thrown ObjectDisposedException", failure.Message);
        Assert.Single(service.Requests);
        using var other = kind.Client(service.Emulator.BaseUrl);
        var rest = await other.Query().WithPageSize(1).ResumeFrom(failure.ResumeToken).Select(p => p.Id).ToListAsync();
        Assert.Equal(TestProfiles.Ids([2, 1, 0]), ids.Concat(rest));
    }

    [Theory]
    [OverBothTransports]
    public async Task WaitingForAPermit_Cancels(TransportKind kind)
    {
        await using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 10 });
        await using var service = await StartAsync(kind, limiter);
        using CancellationTokenSource stop = new();
        using var taken = limiter.AttemptAcquire();
        var waiting = service.Query().ToListAsync(stop.Token).AsTask();

        await stop.CancelAsync();

        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(stop.Token, failure.CancellationToken);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [OverBothTransports]
    public async Task WaitingForAPermit_IsBoundByTheTotal(TransportKind kind)
    {
        await using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 10 });
        await using var service = await StartAsync(kind, limiter, TimeSpan.FromSeconds(9));
        using var taken = limiter.AttemptAcquire();
        var waiting = service.Query().ToListAsync().AsTask();

        clock.Advance(TimeSpan.FromSeconds(9));

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() => waiting);
        Assert.Contains("timed out after 9 s, ProfilesClientOptions.TotalTimeout", failure.Message);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [OverBothTransports]
    public async Task ClosedGateAfterAWaitForAPermit_IsRespected(TransportKind kind)
    {
        await using var limiter = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 10 });
        await using var service = await StartAsync(kind, limiter);
        List<DateTimeOffset> arrivals = [];
        service.Emulator.Intercept = _ =>
        {
            lock (arrivals)
            {
                arrivals.Add(clock.GetUtcNow());
                return arrivals.Count > 1
                    ? null
                    : EmulatorResponse.Error(429, "rate_limit_error", "No.").WithHeader("retry-after", "20");
            }
        };

        // One has the permit and is refused; the other waits for the permit meanwhile.
        var counts = await Task.WhenAll(service.Query().CountAsync().AsTask(), service.Query().CountAsync().AsTask());

        Assert.Equal([3, 3], counts);
        Assert.Equal(JumpingClock.Begin, arrivals[0]);
        Assert.Equal(3, arrivals.Count);
        Assert.All(arrivals[1..], time => Assert.InRange((time - JumpingClock.Begin).TotalSeconds, 20, 25));
    }

    private Task<TestService> StartAsync(TransportKind kind, RateLimiter limiter, TimeSpan? total = null) =>
        kind.StartAsync(configureClient: options =>
            (options.MaxRetries, options.TimeProvider, options.RateLimiter, options.TotalTimeout) = (
                5,
                clock,
                limiter,
                total
            )
        );

    /// <summary>Gives so many permits at once, keeps nobody waiting, and counts.</summary>
    private sealed class CountingLimiter(int permits) : RateLimiter
    {
        private int given;
        private int returned;

        public int Given => given;

        public int Returned => returned;

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount)
        {
            if (given - returned >= permits)
                return new Lease(this, isAcquired: false);
            Interlocked.Add(ref given, permitCount);
            return new Lease(this, isAcquired: true);
        }

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken ct) =>
            new(AttemptAcquireCore(permitCount));

        private sealed class Lease(CountingLimiter limiter, bool isAcquired) : RateLimitLease
        {
            public override bool IsAcquired => isAcquired;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = null;
                return false;
            }

            protected override void Dispose(bool disposing) => Interlocked.Increment(ref limiter.returned);
        }
    }
}
