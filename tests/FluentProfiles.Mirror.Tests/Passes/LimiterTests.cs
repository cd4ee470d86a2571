using System.Threading.RateLimiting;
using FluentProfiles.Mirror.Tests.Databases;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Passes;

public sealed class LimiterTests
{
    [Theory]
    [OnSqlite]
    public async Task PassesSyncsAndQueries_TakeTheirPermitsFromTheLimiterOfTheClient(DatabaseKind kind)
    {
        using TokenBucketRateLimiter limiter = new(
            new()
            {
                TokenLimit = 1000,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromHours(1),
                AutoReplenishment = false,
            }
        );
        await using var service = await MirroredService.StartAsync(
            kind,
            TestProfiles.Many(250),
            configureClient: options => options.RateLimiter = limiter
        );
        var client = service.Mirror.Client;

        await service.Mirror.RefreshAsync();
        Assert.Equal(3, limiter.GetStatistics()!.TotalSuccessfulLeases);
        await service.Mirror.RefreshNewAsync();
        await service.Mirror.RefreshStatusesAsync();
        await client.Query().CountAsync();
        var sync = await client.SyncAsync(
            ["customer-1"],
            row => row,
            profile => profile.Metadata["customer"],
            row => new() { Metadata = new() { ["customer"] = row } }
        );

        Assert.Equal(1, sync.Created);
        Assert.Equal(service.Requests.Count, limiter.GetStatistics()!.TotalSuccessfulLeases);
    }
}
