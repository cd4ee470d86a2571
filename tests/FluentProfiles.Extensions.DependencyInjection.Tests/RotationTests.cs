using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Hosting.Tests;

/// <summary>A reload of the options changes the key of the next request, even within a run.</summary>
public sealed class RotationTests
{
    [Fact]
    public async Task ReloadedKey_IsTheNextRequests()
    {
        await using var service = await HostedService.StartAsync(count: 250);
        service.ConfigureSection(("PrefetchPages", "0"));
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        var client = await service.ClientAsync();

        await foreach (var page in client.Query().AsPages())
        {
            if (service.Emulator.Requests.Count == 1)
                service.ConfigureSection(("ApiKey", null), ("AuthToken", "token-after-rotation"));
        }

        Assert.Equal([HostedService.Key, "token-after-rotation", "token-after-rotation"], service.Keys);
    }

    [Fact]
    public async Task RefusedReload_IsLoggedOnceAndTheKeyStays()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection();
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        var client = await service.ClientAsync();
        await client.Query().FirstAsync();

        Refuse(() => service.ConfigureSection(("ApiKey", null), ("ApiKye", "new-secret")));
        await client.Query().FirstAsync();
        await client.Query().FirstAsync();

        Assert.Equal(Enumerable.Repeat(HostedService.Key, 3), service.Keys);
        var logged = Assert.Single(service.Log.Entries, entry => entry.Level >= LogLevel.Warning);
        Assert.Equal((1, "ReloadRefused"), (logged.Event.Id, logged.Event.Name));
        Assert.Contains("FluentProfiles:ApiKye is not an option (did you mean ApiKey?).", logged.Text);
        Assert.DoesNotContain("secret", logged.Text);
    }

    [Fact]
    public async Task MendedReload_TakesEffect()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection();
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        var client = await service.ClientAsync();

        Refuse(() => service.ConfigureSection(("ApiKey", "")));
        await client.Query().FirstAsync();
        service.ConfigureSection(("ApiKey", "key-after-rotation"));
        await client.Query().FirstAsync();

        Assert.Equal([HostedService.Key, "key-after-rotation"], service.Keys);
    }

    /// <summary>The monitor tells whoever reloads that the options are refused.</summary>
    private static void Refuse(Action reload) => Assert.ThrowsAny<Exception>(reload);
}
