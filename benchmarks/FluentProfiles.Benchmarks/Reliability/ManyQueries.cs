using System.Diagnostics;
using System.Threading.RateLimiting;
using FluentProfiles.Emulator;

namespace FluentProfiles.Benchmarks.Reliability;

/// <summary>What many queries at once on one client came to, each of several pages.</summary>
/// <param name="Completed">How many read every profile: one that is refused too often fails, and with it the run.</param>
/// <param name="Requests">The requests that the service got.</param>
/// <param name="Refused">How many of them it refused.</param>
/// <param name="MostRetries">The retries of the query that had most.</param>
/// <param name="Excess">By how many requests the client's budget was exceeded at the worst moment.</param>
/// <param name="First">When the first query was done, in seconds.</param>
/// <param name="Last">When the last one was.</param>
internal sealed record ManyQueries(
    int Completed,
    int Requests,
    int Refused,
    long MostRetries,
    int Excess,
    double First,
    double Last
)
{
    private const int Profiles = 500;

    /// <summary>Against a service that takes 50 requests each tenth of a second, and refuses the others.</summary>
    public static async Task<ManyQueries> ThrottledAsync(int queries)
    {
        RequestBudget budget = new(50, TimeSpan.FromMilliseconds(100));
        await using var service = await ProfileEmulator.StartAsync(
            new()
            {
                Count = Profiles,
                LogRequests = false,
                Intercept = budget.Refuse,
            }
        );
        using ProfilesClient client = new(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });
        var run = await RunAsync(client, queries);
        return run with { Requests = budget.Arrived, Refused = budget.Refused };
    }

    /// <summary>With a limiter of 20 requests each 50 ms, against a service that refuses one request in twenty.</summary>
    public static async Task<ManyQueries> LimitedAsync(int queries)
    {
        var period = TimeSpan.FromMilliseconds(50);
        ArrivalLog log = new(20, period);
        await using var service = await ProfileEmulator.StartAsync(
            new()
            {
                Count = Profiles,
                LogRequests = false,
                Faults = new() { Statuses = { [429] = 0.05 }, RefusalHeaders = { ["retry-after-ms"] = "20" } },
                Intercept = _ =>
                {
                    log.Note();
                    return null;
                },
            }
        );
        await using TokenBucketRateLimiter limiter = new(
            new()
            {
                TokenLimit = 20,
                TokensPerPeriod = 20,
                ReplenishmentPeriod = period,
                QueueLimit = int.MaxValue,
            }
        );
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = service.BaseUrl,
                ApiKey = "any-key",
                RateLimiter = limiter,
            }
        );
        var run = await RunAsync(client, queries);
        return run with { Requests = log.Arrived, Excess = log.Excess };
    }

    private static async Task<ManyQueries> RunAsync(ProfilesClient client, int queries)
    {
        var watch = Stopwatch.StartNew();
        var runs = await Task.WhenAll(Enumerable.Range(0, queries).Select(_ => ReadAsync(client, watch)));
        return new(
            runs.Count(run => run.Read == Profiles),
            0,
            0,
            runs.Max(run => run.Retries),
            0,
            runs.Min(run => run.Done),
            runs.Max(run => run.Done)
        );
    }

    private static async Task<(long Read, long Retries, double Done)> ReadAsync(ProfilesClient client, Stopwatch watch)
    {
        LastProgress progress = new();
        var read = await client.Query().Select(p => p.Id).WithProgress(progress).ToHashSetAsync();
        return (read.Count, progress.Last!.Retries, watch.Elapsed.TotalSeconds);
    }
}
