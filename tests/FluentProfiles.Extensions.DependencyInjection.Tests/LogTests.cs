using FluentProfiles.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task Run_IsLoggedWithEventIds()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        service.Emulator.Intercept = _ =>
            service.Emulator.Requests.Count == 1
                ? EmulatorResponse.Error(529, "overloaded_error", "Overloaded").WithHeader("retry-after", "0")
                : null;
        service.Services.AddFluentProfiles(service.Set);

        await (await service.ClientAsync()).Query().ToListAsync();

        var logged = service
            .Log.Entries.Where(entry => entry.Event.Id is >= 1 and <= 5 && entry.Text.Contains(' '))
            .ToList();
        Assert.Equal(
            [
                (3, "RequestFailed", LogLevel.Information),
                (4, "RetryScheduled", LogLevel.Warning),
                (2, "RequestCompleted", LogLevel.Debug),
                (5, "QueryCompleted", LogLevel.Debug),
            ],
            logged.TakeLast(4).Select(entry => (entry.Event.Id, entry.Event.Name, entry.Level))
        );
        Assert.Contains("GET /v1/user_profiles failed with 529; retry 1 follows in 0 ms", logged.Select(it => it.Text));
        Assert.Contains(
            logged,
            it => it.Text.StartsWith("A query ended: 2 requests, 1 of them retries, 2 profiles read, 2 items")
        );
    }

    [Fact]
    public async Task NamedClient_HasACategoryOfItsOwn()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        service.Services.AddFluentProfiles("tenant-a", service.Set);
        service.Services.AddFluentProfiles("tenant-b", service.Set);
        service.Builder.Logging.AddFilter("FluentProfiles.ProfilesClient.tenant-a", LogLevel.None);
        var provider = await service.RunAsync();

        await provider.GetRequiredKeyedService<IProfilesClient>("tenant-a").Query().Take(1).ToListAsync();
        await provider.GetRequiredKeyedService<IProfilesClient>("tenant-b").Query().ToListAsync();

        var ended = Assert.Single(service.Log.Entries, entry => entry.Event.Name == "QueryCompleted");
        Assert.Contains("2 profiles read", ended.Text);
    }
}
