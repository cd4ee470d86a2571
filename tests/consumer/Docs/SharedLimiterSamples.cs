using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using FluentProfiles;
using FluentProfiles.Emulator;
using RedisRateLimiting;
using StackExchange.Redis;

// Two clients as two processes have them: each with a connection and a limiter of its own. args[0] is the address of Redis.
var redisAddress = args[0];
const int seconds = 3;
ConcurrentQueue<DateTimeOffset> arrivals = [];
await using var emulator = await ProfileEmulator.StartAsync(
    new() { Count = 100, Answered = _ => arrivals.Enqueue(TimeProvider.System.GetUtcNow()) }
);
await Task.WhenAll(SendAsync(), SendAsync());

// The bucket is full at the start, so the last second's permits are never waited for.
var span = arrivals.Max() - arrivals.Min();
Console.WriteLine(
    $"{arrivals.Count} requests, {(span.TotalSeconds > seconds - 1.5 ? "at the shared rate" : $"in {span}")}"
);

async Task SendAsync()
{
    var (key, address) = ("any-key", emulator.BaseUrl);

    #region limiter-redis
    var redis = await ConnectionMultiplexer.ConnectAsync(redisAddress);
    WaitingLimiter limiter = new(
        new RedisTokenBucketRateLimiter<string>(
            "claude-user-profiles",
            new()
            {
                ConnectionMultiplexerFactory = () => redis,
                TokenLimit = 20,
                TokensPerPeriod = 20,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }
        )
    );
    using var client = new ProfilesClient(
        new()
        {
            ApiKey = key,
            BaseUrl = address,
            RateLimiter = limiter,
        }
    );
    #endregion

    await Parallel.ForAsync(0, 20 * seconds / 2, async (_, ct) => await client.Query().AnyAsync(ct));
    await redis.DisposeAsync();
}

#region limiter-waiting
/// <summary>Waits where a limiter without a queue rejects a request.</summary>
public sealed class WaitingLimiter(RateLimiter inner) : RateLimiter
{
    public override TimeSpan? IdleDuration => inner.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => inner.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => inner.AttemptAcquire(permitCount);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken ct)
    {
        while (true)
        {
            var lease = await inner.AcquireAsync(permitCount, ct);
            if (lease.IsAcquired)
                return lease;
            lease.Dispose();
            await Task.Delay(Random.Shared.Next(50, 150), ct);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
    }
}
#endregion
