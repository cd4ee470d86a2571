using System.Text.RegularExpressions;
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
        // The least wait of 100 ms, and at most as much again at random.
        Assert.Contains(
            logged,
            it =>
                Regex.IsMatch(
                    it.Text,
                    @"^GET /v1/user_profiles failed with 529; retry 1 follows in (1\d\d(\.\d)?|200) ms"
                )
        );
        Assert.Contains(
            logged,
            it => it.Text.StartsWith("A query ended: 2 requests, 1 of them retries, 2 profiles read, 2 items")
        );
    }

    /// <summary>An answer without a request id, under a tag and without one.</summary>
    [Fact]
    public async Task Tag_IsLoggedAndWhatIsMissingIsNone()
    {
        await using var service = await HostedService.StartAsync();
        service.Emulator.Intercept = _ => EmulatorResponse.Json(200, """{"data":[],"next_page":null}""");
        service.Services.AddFluentProfiles(service.Set);
        var client = await service.ClientAsync();

        await client.Query().TagWith("nightly export").ToListAsync();
        await client.Query().ToListAsync();

        var texts = service.Log.Entries.Select(entry => entry.Text).ToList();
        Assert.Contains(texts, text => text.StartsWith("GET /v1/") && text.EndsWith(", tag nightly export"));
        Assert.Contains(texts, text => text.StartsWith("A query ended") && text.EndsWith(", tag nightly export"));
        Assert.Contains(texts, text => text.StartsWith("GET /v1/") && text.EndsWith(", tag none"));
        Assert.DoesNotContain(texts, text => text.StartsWith("GET /v1/") && text.Contains("(null)"));
    }

    [Fact]
    public async Task AddressAndItsSource_AreLoggedOnce()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection();
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        service.Services.AddFluentProfiles("code", service.Set);
        service.Services.AddFluentProfiles("default", options => options.ApiKey = HostedService.Key);
        var provider = await service.RunAsync();

        var client = provider.GetRequiredService<IProfilesClient>();
        await client.Query().ToListAsync();
        await client.Query().ToListAsync();
        provider.GetRequiredKeyedService<IProfilesClient>("code");
        provider.GetRequiredKeyedService<IProfilesClient>("default");

        Assert.Equal(
            [
                $"Requests go to {service.Emulator.BaseUrl}/, set by Configuration",
                $"Requests go to {service.Emulator.BaseUrl}/, set by Code",
                "Requests go to https://api.anthropic.com/, set by Default",
            ],
            service.Log.Entries.Where(entry => entry.Event.Name == "ClientCreated").Select(entry => entry.Text)
        );
    }

    [Theory]
    [InlineData("x-api-key", "another-key")]
    [InlineData("anthropic-beta", "pdfs-2024-09-25")]
    public async Task DefaultHeaderOfTheHttpClient_IsRefused(string name, string value)
    {
        await using var service = await HostedService.StartAsync();
        service
            .Services.AddFluentProfiles(service.Set)
            .ConfigureHttpClient(http => http.DefaultRequestHeaders.Add(name, value));
        var provider = await service.RunAsync();

        var failure = Assert.Throws<ProfilesConfigurationException>(() =>
            provider.GetRequiredService<IProfilesClient>()
        );

        Assert.Contains(name, failure.Message);
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task AllowedHostsOfTheConfiguration_AreChecked()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection(("AllowedHosts:0", "api.anthropic.com"), ("AllowedHosts:1", "*.example.com"));
        service.Services.AddFluentProfiles(service.Builder.Configuration);

        var failure = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            service.RunAsync
        );

        Assert.Contains("AllowedHosts", failure.Message);
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

    [Fact]
    public async Task LogThatFails_ChangesNoResult()
    {
        await using var service = await HostedService.StartAsync(count: 0);
        List<ProfilesEvent> events = [];
        service.Services.AddFluentProfiles(options =>
        {
            service.Set(options);
            options.Observer = events.Add;
        });
        service.Builder.Logging.AddFilter("FluentProfiles", LogLevel.Trace).AddProvider(new BrokenLog());
        var client = await service.ClientAsync();

        var created = await client.CreateAsync(new() { Name = "Ada" });

        Assert.Equal("Ada", created.Name);
        Assert.Equal(created.Id, Assert.Single(await client.Query().ToListAsync()).Id);
        Assert.Equal("Observer", events.OfType<CallbackFailedEvent>().First().Callback);
    }

    /// <summary>The client asks for its key, and the log of the refused reload fails.</summary>
    [Fact]
    public async Task LogThatFailsAtAReload_ChangesNoResult()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        service.ConfigureSection();
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        service.Builder.Logging.AddFilter("FluentProfiles", LogLevel.Trace).AddProvider(new BrokenLog());
        var client = await service.ClientAsync();
        Assert.Equal(2, await client.Query().CountAsync());
        // The configuration's own callbacks throw what they find.
        Record.Exception(() => service.ConfigureSection(("MaxRetries", "many")));

        Assert.Equal(2, await client.Query().CountAsync());
    }

    [Fact]
    public async Task ObserverThatThrows_IsLoggedAsAWarning()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        service.Services.AddFluentProfiles(options =>
        {
            service.Set(options);
            options.Observer = _ => throw new FormatException("mine");
        });

        await (await service.ClientAsync()).Query().FirstAsync();

        var logged = service.Log.Entries.First(entry => entry.Event.Name == "CallbackFailed");
        Assert.Equal((6, LogLevel.Warning), (logged.Event.Id, logged.Level));
        Assert.Contains("(Observer) of FluentProfiles has thrown System.FormatException", logged.Text);
        Assert.Contains(service.Log.Entries, entry => entry.Event.Name == "QueryCompleted");
    }
}
