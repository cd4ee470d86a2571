using System.Threading.RateLimiting;
using FluentProfiles.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Hosting.Tests;

/// <summary>One request a minute and process, whatever asks, and the reason where it fails.</summary>
public sealed class HealthCheckTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public async Task ServiceThatAnswers_IsHealthy()
    {
        await using var service = await StartAsync();
        service.Services.AddHealthChecks().AddFluentProfiles(tags: ["external"]);
        var checks = await ChecksAsync(service);

        var entry = await EntryAsync(checks);

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Matches("^The service responded in [0-9]+ ms.$", entry.Description);
        Assert.Equal(["external"], entry.Tags);
        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal("GET /v1/user_profiles?limit=1", $"{request.Method} {request.PathAndQuery}");
        Assert.Equal(("", TimeSpan.Zero), ((string)entry.Data["client"], (TimeSpan)entry.Data["age"]));
        Assert.StartsWith("req_", (string)entry.Data["requestId"]);
    }

    [Fact]
    public async Task EmptyService_IsHealthy()
    {
        await using var service = await StartAsync(count: 0);
        service.Services.AddHealthChecks().AddFluentProfiles();

        Assert.Equal(HealthStatus.Healthy, (await EntryAsync(await ChecksAsync(service))).Status);
    }

    [Fact]
    public async Task ProbesAtOnce_ShareOneRequest()
    {
        await using var service = await StartAsync();
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.BeforeResponse = (_, _) => release.Task;
        service.Services.AddHealthChecks().AddFluentProfiles();
        var checks = await ChecksAsync(service);

        var probes = Enumerable.Range(0, 100).Select(_ => checks.CheckHealthAsync()).ToList();
        release.SetResult();
        var reports = await Task.WhenAll(probes);

        Assert.All(reports, report => Assert.Equal(HealthStatus.Healthy, report.Status));
        Assert.Single(service.Emulator.Requests);
    }

    /// <summary>An hour of probes, each ten seconds from three endpoints.</summary>
    [Theory]
    [InlineData(null, 60)]
    [InlineData(10, 360)]
    [InlineData(25, 120)] // The first probe after 25 s is the one after 30.
    [InlineData(600, 6)]
    public async Task Hour_SendsOneRequestForEachCacheDuration(int? seconds, int requests)
    {
        await using var service = await StartAsync();
        service
            .Services.AddHealthChecks()
            .AddFluentProfiles(cacheDuration: seconds is { } given ? TimeSpan.FromSeconds(given) : null);
        var checks = await ChecksAsync(service);

        for (var probe = 0; probe < 360; probe++)
        {
            for (var endpoint = 0; endpoint < 3; endpoint++)
                Assert.Equal(HealthStatus.Healthy, (await checks.CheckHealthAsync()).Status);
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(requests, service.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Failure_IsKeptAndRecoversWithTheNextRequest()
    {
        await using var service = await StartAsync();
        service.Services.AddHealthChecks().AddFluentProfiles();
        var checks = await ChecksAsync(service);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(529, "overloaded_error", "Overloaded");

        var failed = await EntryAsync(checks);
        service.Emulator.Intercept = null;
        clock.Advance(TimeSpan.FromSeconds(59));
        var kept = await EntryAsync(checks);
        clock.Advance(TimeSpan.FromSeconds(1));
        var recovered = await EntryAsync(checks);

        Assert.Equal(
            (HealthStatus.Unhealthy, HealthStatus.Unhealthy, HealthStatus.Healthy),
            (failed.Status, kept.Status, recovered.Status)
        );
        Assert.Equal(failed.Description, kept.Description);
        Assert.Equal(TimeSpan.FromSeconds(59), kept.Data["age"]);
        Assert.Equal(2, service.Emulator.Requests.Count);
    }

    [Theory]
    [InlineData(401, "authentication_error")]
    [InlineData(403, "permission_error")]
    [InlineData(429, "rate_limit_error")]
    [InlineData(500, "api_error")]
    [InlineData(529, "overloaded_error")]
    public async Task Refusal_IsReportedAfterOneRequest(int status, string type)
    {
        await using var service = await StartAsync();
        service.Services.AddHealthChecks().AddFluentProfiles(failureStatus: HealthStatus.Degraded);
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Error(status, type, "Not now").WithHeader("request-id", "req_refused");

        var entry = await EntryAsync(await ChecksAsync(service));

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains($"({status}, {type}", entry.Description);
        Assert.Equal("req_refused", entry.Data["requestId"]);
        Assert.IsType<ProfilesApiException>(entry.Exception, exactMatch: false);
        Assert.Single(service.Emulator.Requests);
    }

    [Fact]
    public async Task NoPage_IsReported()
    {
        await using var service = await StartAsync();
        service.Services.AddHealthChecks().AddFluentProfiles();
        service.Emulator.Intercept = _ => EmulatorResponse.Text(200, "<html>Sign in</html>");

        var entry = await EntryAsync(await ChecksAsync(service));

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.IsType<ProfilesProtocolException>(entry.Exception);
    }

    [Theory]
    [InlineData(null, 4.5)]
    [InlineData(2.0, 1.8)]
    public async Task ServiceThatStalls_IsReportedWithinTheTimeout(double? seconds, double attempt)
    {
        await using var service = await StartAsync();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.BeforeResponse = (_, ended) =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, ended);
        };
        service
            .Services.AddHealthChecks()
            .AddFluentProfiles(timeout: seconds is { } given ? TimeSpan.FromSeconds(given) : null);
        var checks = await ChecksAsync(service);

        var checking = EntryAsync(checks);
        await arrived.Task;
        clock.Advance(TimeSpan.FromSeconds(attempt) - TimeSpan.FromMilliseconds(1));
        Assert.False(checking.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var entry = await checking;

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.IsType<ProfilesConnectionException>(entry.Exception);
        Assert.Contains("127.0.0.1", entry.Description);
        Assert.Single(service.Emulator.Requests);
    }

    /// <summary>Another run has the only place, so the check waits for it as any listing does.</summary>
    [Fact]
    public async Task CheckThatWaitsForItsTurn_SaysSo()
    {
        await using var service = await StartAsync();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.BeforeResponse = (_, ended) =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, ended);
        };
        service.Services.Configure<ProfilesClientOptions>(options =>
            (options.MaxConcurrentScans, options.AttemptTimeout) = (1, Timeout.InfiniteTimeSpan)
        );
        service.Services.AddHealthChecks().AddFluentProfiles();
        var checks = await ChecksAsync(service);
        using CancellationTokenSource given = new();
        var run = service.Provider.GetRequiredService<IProfilesClient>().Query().CountAsync(given.Token).AsTask();
        await arrived.Task;

        var entry = await AdvancedAsync(EntryAsync(checks));

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith("The request did not complete within 5 s.", entry.Description);
        Assert.Single(service.Emulator.Requests);
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact]
    public async Task CheckThatWaitsForTheRateLimiter_SaysSo()
    {
        await using var service = await StartAsync();
        using ConcurrencyLimiter limiter = new(new() { PermitLimit = 1, QueueLimit = 10 });
        using var taken = limiter.AttemptAcquire();
        service.Services.Configure<ProfilesClientOptions>(options => options.RateLimiter = limiter);
        service.Services.AddHealthChecks().AddFluentProfiles();

        var entry = await AdvancedAsync(EntryAsync(await ChecksAsync(service)));

        Assert.StartsWith("The request did not complete within 5 s.", entry.Description);
        Assert.Empty(service.Emulator.Requests);
    }

    [Fact]
    public async Task EndOfTheHost_EndsACheckUnderWay()
    {
        await using var service = await StartAsync();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.BeforeResponse = (_, ended) =>
        {
            arrived.TrySetResult();
            return Task.Delay(Timeout.Infinite, ended);
        };
        service.Services.AddHealthChecks().AddFluentProfiles();
        var checking = EntryAsync(await ChecksAsync(service));
        await arrived.Task;

        await service.StopAsync();

        Assert.Equal(HealthStatus.Unhealthy, (await AdvancedAsync(checking)).Status);
    }

    [Fact]
    public async Task CancelledProbe_LeavesTheRequestToTheOthers()
    {
        await using var service = await StartAsync();
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.BeforeResponse = (_, _) =>
        {
            arrived.TrySetResult();
            return release.Task;
        };
        service.Services.AddHealthChecks().AddFluentProfiles();
        var checks = await ChecksAsync(service);
        using CancellationTokenSource given = new();

        var first = checks.CheckHealthAsync(given.Token);
        await arrived.Task;
        var second = checks.CheckHealthAsync();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();

        Assert.Equal(HealthStatus.Healthy, (await second).Status);
        Assert.Equal(HealthStatus.Healthy, (await checks.CheckHealthAsync()).Status);
        Assert.Single(service.Emulator.Requests);
    }

    [Fact]
    public async Task ChecksOfOneClient_ShareItsResult()
    {
        await using var service = await StartAsync();
        service.Services.AddFluentProfiles("eu", service.Set);
        service
            .Services.AddHealthChecks()
            .AddFluentProfiles(tags: ["a"])
            .AddFluentProfiles("again", HealthStatus.Degraded, ["b"])
            .AddFluentProfiles(clientName: "eu");
        var checks = await ChecksAsync(service);

        var report = await checks.CheckHealthAsync();

        Assert.Equal(["again", "fluentprofiles", "fluentprofiles-eu"], report.Entries.Keys.Order());
        Assert.Equal("eu", report.Entries["fluentprofiles-eu"].Data["client"]);
        Assert.Equal(2, service.Emulator.Requests.Count);
    }

    [Fact]
    public async Task ClientsOfATenant_AreCheckedWithTheirOwnKey()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(
            "eu",
            options => (options.BaseUrl, options.ApiKey) = (service.Emulator.BaseUrl, "key-of-eu")
        );
        service.Services.AddHealthChecks().AddFluentProfiles(clientName: "eu");

        Assert.Equal(HealthStatus.Healthy, (await EntryAsync(await ChecksAsync(service))).Status);
        Assert.Equal(["key-of-eu"], service.Keys);
    }

    [Theory]
    [InlineData(null, "The container has no IProfilesClient without a name. Call services.AddFluentProfiles(")]
    [InlineData("us", "The container has no IProfilesClient named 'us'. Call services.AddFluentProfiles(\"us\", ")]
    public async Task ClientThatIsNotRegistered_IsReported(string? name, string message)
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles("eu", service.Set);
        service.Services.AddHealthChecks().AddFluentProfiles(clientName: name);

        var entry = await EntryAsync(await ChecksAsync(service));

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith(message, entry.Description);
    }

    [Fact]
    public async Task OptionsThatFailTheCheck_AreReported()
    {
        ServiceCollection services = new();
        services.AddLogging().AddFluentProfiles(options => options.BaseUrl = "https://gateway.test/v1");
        services.AddHealthChecks().AddFluentProfiles();
        await using var container = services.BuildServiceProvider(validateScopes: true);

        var entry = await EntryAsync(container.GetRequiredService<HealthCheckService>());

        Assert.Contains("ProfilesClientOptions.ApiKey is missing", entry.Description);
        Assert.Contains("Write https://gateway.test.", entry.Description);
    }

    [Fact]
    public async Task RefusedReload_LeavesTheCheckWithTheKeyBefore()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection();
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        service.Services.AddHealthChecks().AddFluentProfiles();
        var checks = await ChecksAsync(service);
        service.Provider.GetRequiredService<IProfilesClient>();
        Record.Exception(() => service.ConfigureSection(("MaxRetries", "many")));

        Assert.Equal(HealthStatus.Healthy, (await EntryAsync(checks)).Status);
        Assert.Equal([HostedService.Key], service.Keys);
    }

    /// <summary>A client that was made before the reload works with the options before it.</summary>
    [Theory]
    [InlineData(true, HealthStatus.Healthy, "The service responded in ")]
    [InlineData(false, HealthStatus.Unhealthy, "IOException was thrown ")]
    public async Task ReloadThatThrows_IsNamedWithoutItsMessage(bool hasClient, HealthStatus status, string description)
    {
        await using var service = await HostedService.StartAsync();
        Vault vault = new();
        vault.AddTo(service);
        service.Services.AddHealthChecks().AddFluentProfiles();
        var checks = await ChecksAsync(service);
        if (hasClient)
            service.Provider.GetRequiredService<IProfilesClient>();
        vault.IsSealed = true;
        Record.Exception(() => service.ConfigureSection());

        var entry = await EntryAsync(checks);

        Assert.Equal(status, entry.Status);
        Assert.StartsWith(description, entry.Description);
        Assert.DoesNotContain("secret", entry.Description);
        Assert.Equal("", entry.Data["client"]);
    }

    [Fact]
    public async Task ExceptionOfOtherCode_IsNamedWithoutItsMessage()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddSingleton<IProfilesClient>(_ => throw new FormatException("secret of the vault"));
        service.Services.AddHealthChecks().AddFluentProfiles();

        var entry = await EntryAsync(await ChecksAsync(service));

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith("FormatException was thrown", entry.Description);
        Assert.DoesNotContain("secret", entry.Description);
    }

    [Fact]
    public async Task TokenProviderThatFails_IsNamedWithoutItsMessage()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(options =>
        {
            service.Set(options);
            options.TokenProvider = _ => throw new FormatException("secret of the vault");
        });
        service.Services.AddHealthChecks().AddFluentProfiles();

        var entry = await EntryAsync(await ChecksAsync(service));

        Assert.Contains("TokenProvider of ProfilesClientOptions has thrown FormatException", entry.Description);
        Assert.DoesNotContain("secret", entry.Description);
        Assert.Empty(service.Emulator.Requests);
    }

    /// <summary>A client of the application's own may live in a scope.</summary>
    [Fact]
    public async Task ScopedClient_IsResolvedInAScope()
    {
        await using var service = await HostedService.StartAsync();
        ServiceCollection services = new();
        services
            .AddLogging()
            .AddScoped<IProfilesClient>(_ =>
            {
                ProfilesClientOptions options = new();
                service.Set(options);
                return new ProfilesClient(options);
            });
        services.AddHealthChecks().AddFluentProfiles();
        await using var container = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }
        );

        var entry = await EntryAsync(container.GetRequiredService<HealthCheckService>());

        Assert.Equal(HealthStatus.Healthy, entry.Status);
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(-1, 60)]
    [InlineData(61, 60)]
    [InlineData(5, 0)]
    [InlineData(5, 9)]
    [InlineData(5, -1)]
    public void DurationOutOfRange_ThrowsOutOfRange(int timeout, int cacheDuration)
    {
        var builder = new ServiceCollection().AddHealthChecks();

        var failure = Assert.Throws<ArgumentOutOfRangeException>(() =>
            builder.AddFluentProfiles(
                timeout: TimeSpan.FromSeconds(timeout),
                cacheDuration: TimeSpan.FromSeconds(cacheDuration)
            )
        );

        Assert.Equal(timeout == 5 ? "cacheDuration" : "timeout", failure.ParamName);
    }

    /// <summary>Turns the clock until a check has ended.</summary>
    private async Task<HealthReportEntry> AdvancedAsync(Task<HealthReportEntry> checking)
    {
        for (var step = 0; step < 1_000 && !checking.IsCompleted; step++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(checking, Task.Delay(10));
        }
        return await checking.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task<HealthReportEntry> EntryAsync(HealthCheckService checks) =>
        Assert.Single((await checks.CheckHealthAsync()).Entries).Value;

    private static async Task<HealthCheckService> ChecksAsync(HostedService service) =>
        (await service.RunAsync()).GetRequiredService<HealthCheckService>();

    private async Task<HostedService> StartAsync(int count = 3)
    {
        var service = await HostedService.StartAsync(count);
        service.Services.AddSingleton<TimeProvider>(clock);
        service.Services.AddFluentProfiles(service.Set);
        return service;
    }
}
