using System.Diagnostics;
using FluentProfiles.Emulator;
using FluentProfiles.Tests;
using Flurl.Http;
using Flurl.Http.Configuration;
using Flurl.Http.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FluentProfiles.Hosting.Tests.Docs;

/// <summary>The code of the pages on dependency injection, telemetry and Flurl.</summary>
[Collection(AloneCollection.Name)]
public sealed class HostingSamples
{
    [Fact]
    public async Task NoArguments_ReadTheConfiguration()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        service.ConfigureSection();
        var builder = service.Builder;

        #region di-parameterless
        builder.Services.AddFluentProfiles();
        #endregion

        Assert.Equal(2, await (await service.ClientAsync()).Query().CountAsync());
    }

    [Fact]
    public async Task Code_SetsUpTheClients()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        var (services, address, secrets) = (
            service.Services,
            service.Emulator.BaseUrl,
            new Secrets("key-from-a-vault")
        );

        #region di-code
        services.AddFluentProfiles(options =>
        {
            options.ApiKey = secrets.Key;
            options.BaseUrl = address;
        });
        #endregion

        Assert.Equal(2, await new Report(await service.ClientAsync()).CountAsync(default));
    }

    [Fact]
    public async Task Configuration_SetsUpTheClients()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        service.ConfigureSection();
        var builder = service.Builder;

        #region di-configuration
        builder.Services.AddFluentProfiles(builder.Configuration);
        #endregion

        Assert.Equal(2, await (await service.ClientAsync()).Query().CountAsync());
    }

    [Fact]
    public async Task Tenants_HaveKeyedClients()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        service.Configure(
            ("Tenants:A:ApiKey", "key-a"),
            ("Tenants:A:BaseUrl", service.Emulator.BaseUrl),
            ("Tenants:B:ApiKey", "key-b"),
            ("Tenants:B:BaseUrl", service.Emulator.BaseUrl)
        );
        var builder = service.Builder;

        #region di-tenants
        builder.Services.AddFluentProfiles("tenant-a", builder.Configuration.GetSection("Tenants:A"));
        builder.Services.AddFluentProfiles("tenant-b", builder.Configuration.GetSection("Tenants:B"));
        #endregion

        var services = await service.RunAsync();
        await new TenantReport(services.GetRequiredKeyedService<IProfilesClient>("tenant-a")).CountAsync();
        Assert.Equal(["key-a"], service.Keys);
    }

    [Fact]
    public async Task DataProtection_HidesWhatTokensHold()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        service.ConfigureSection();
        var builder = service.Builder;

        #region di-data-protection
        builder.Services.AddDataProtection().SetApplicationName("customers");
        builder.Services.AddFluentProfiles(builder.Configuration).UseDataProtection(lifetime: TimeSpan.FromDays(1));
        #endregion

        var query = (await service.ClientAsync()).Query();
        var page = await query.ToPageAsync(1);
        Assert.Single((await query.ToPageAsync(1, page.ResumeToken)).Items);
    }

    [Fact]
    public async Task Configure_IsByName()
    {
        await using var service = await HostedService.StartAsync();
        var services = service.Services;
        services.AddFluentProfiles(service.Set);
        services.AddFluentProfiles("tenant-a", service.Set);
        services.AddFluentProfiles("tenant-b", service.Set);

        #region di-configure
        services.Configure<ProfilesClientOptions>(options => options.MaxRetries = 2); // the client without a name
        services.Configure<ProfilesClientOptions>("tenant-a", options => options.MaxRetries = 3);
        services.ConfigureAll<ProfilesClientOptions>(options => options.PrefetchPages = 2);
        #endregion

        var options = (await service.RunAsync()).GetRequiredService<IOptionsMonitor<ProfilesClientOptions>>();
        string[] names = ["", "tenant-a", "tenant-b"];
        Assert.Equal([2, 3, 5], names.Select(name => options.Get(name).MaxRetries));
        Assert.All(names, name => Assert.Equal(2, options.Get(name).PrefetchPages));
    }

    [Fact]
    public async Task Telemetry_IsRegistered()
    {
        await using var service = await HostedService.StartAsync();
        var builder = service.Builder;
        builder.Services.AddFluentProfiles(service.Set);
        List<Activity> spans = [];
        builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddInMemoryExporter(spans));

        #region telemetry-registration
        builder
            .Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource("FluentProfiles", "Microsoft.AspNetCore"))
            .WithMetrics(metrics => metrics.AddMeter("FluentProfiles"));
        #endregion

        var client = await service.ClientAsync();

        // What ASP.NET Core begins for a request where nobody has asked for its source.
        using (new Activity("Microsoft.AspNetCore.Hosting.HttpRequestIn").Start())
            await client.Query().FirstAsync();
        Assert.Empty(spans);

        using (ActivitySource server = new("Microsoft.AspNetCore"))
        using (server.StartActivity("Microsoft.AspNetCore.Hosting.HttpRequestIn", ActivityKind.Server))
            await client.Query().FirstAsync();
        Assert.Contains(spans, span => span.Source.Name == "FluentProfiles");
    }

    [Fact]
    public async Task Services_SetOptions()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddSingleton(new Secrets("key-from-a-vault"));
        var (services, address) = (service.Services, service.Emulator.BaseUrl);

        #region di-services
        services
            .AddFluentProfiles(options => options.BaseUrl = address)
            .ConfigureProfilesClient(
                (container, options) => options.TokenProvider = container.GetRequiredService<Secrets>().ReadAsync
            );
        #endregion

        await (await service.ClientAsync()).Query().FirstAsync();
        Assert.Equal(["key-from-a-vault"], service.Keys);
    }

    [Fact]
    public async Task HealthCheck_HasAnEndpointOfItsOwn()
    {
        await using var service = await HostedService.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddFluentProfiles(service.Set);

        #region di-health
        builder
            .Services.AddHealthChecks()
            .AddFluentProfiles(failureStatus: HealthStatus.Degraded, tags: ["dependencies"]);

        var app = builder.Build();
        app.MapHealthChecks("/ready", new() { Predicate = check => !check.Tags.Contains("dependencies") });
        app.MapHealthChecks("/health");
        #endregion

        await using (app)
        {
            await app.StartAsync();
            service.Emulator.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "Not with this key");
            using HttpClient http = new() { BaseAddress = new(app.Urls.Single()) };

            Assert.Equal("Healthy", await http.GetStringAsync("/ready"));
            Assert.Empty(service.Emulator.Requests);
            Assert.Equal("Degraded", await http.GetStringAsync("/health"));
            Assert.Equal("Degraded", await http.GetStringAsync("/health"));
            Assert.Single(service.Emulator.Requests);
        }
    }

    [Fact]
    public async Task BackgroundClient_IsAService()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        service.ConfigureSection();
        service.Services.AddFluentProfiles(service.Builder.Configuration);
        var services = service.Services;

        #region di-background
        services.AddKeyedSingleton<IProfilesClient>(
            "background",
            (container, _) =>
                ((ProfilesClient)container.GetRequiredService<IProfilesClient>()).CreateBackgroundClient(
                    maxRequestsPerSecond: 5
                )
        );
        #endregion

        var container = await service.RunAsync();
        var background = container.GetRequiredKeyedService<IProfilesClient>("background");
        Assert.Equal(2, await background.Query().CountAsync());
    }

    [Fact]
    public async Task ResilienceHandler_SendsReadsAgain()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection();
        service.Emulator.Intercept = _ =>
            service.Emulator.Requests.Count == 1
                ? EmulatorResponse.Error(529, "overloaded_error", "Overloaded").WithHeader("retry-after", "0")
                : null;
        var (services, configuration) = (service.Services, service.Builder.Configuration);

        #region di-resilience
        services
            .AddFluentProfiles(configuration)
            .AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
        #endregion

        await (await service.ClientAsync()).Query().FirstAsync();
        Assert.Equal(2, service.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Flurl_SendsTheRequests()
    {
        using HttpTest test = new();
        test.RespondWith("""{"data":[],"next_page":null}""");
        var key = "any-key";

        #region flurl-client
        using var flurl = new FlurlClient().WithHeader("x-app", "reports");
        using ProfilesClient client = new(new() { ApiKey = key, Transport = new FlurlTransport(flurl) });
        #endregion

        Assert.Equal(0, await client.Query().CountAsync());
        test.ShouldHaveCalled("https://api.anthropic.com/v1/user_profiles").WithHeader("x-app", "reports");
    }

    [Fact]
    public async Task Flurl_IsTakenFromItsCache()
    {
        await using var service = await HostedService.StartAsync();
        service.ConfigureSection();
        var (services, configuration) = (service.Services, service.Builder.Configuration);

        #region flurl-registration
        services.AddSingleton<IFlurlClientCache>(_ =>
            new FlurlClientCache().Add(
                "claude",
                configure: claude =>
                    claude.UseSocketsHttpHandler(handler => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2))
            )
        );
        services.AddFluentProfiles(configuration).UseFlurl("claude");
        #endregion

        var profiles = await service.ClientAsync();

        #region flurl-test
        using HttpTest test = new();
        test.RespondWithJson(new { data = new[] { new { id = "uprof_1", name = "Ada" } } });

        Assert.Equal(1, await new Report(profiles).CountAsync(default));

        test.ShouldHaveCalled("*/v1/user_profiles").WithVerb(HttpMethod.Get).WithQueryParam("limit", 100).Times(1);
        #endregion
    }

    [Fact]
    public async Task Observer_IsTold()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        var (key, address) = ("any-key", service.Emulator.BaseUrl);

        #region observer
        var retries = 0;
        using var client = new ProfilesClient(
            new()
            {
                ApiKey = key,
                BaseUrl = address,
                Observer = happened =>
                {
                    if (happened is RetryScheduledEvent { ErrorType: "429" })
                        Interlocked.Increment(ref retries);
                },
            }
        );
        #endregion

        await client.Query().FirstAsync();
        Assert.Equal(0, retries);
    }

    private sealed record Secrets(string Key)
    {
        public ValueTask<string> ReadAsync(CancellationToken cancellationToken) => new(Key);
    }

    #region di-injected
    public sealed class Report(IProfilesClient profiles)
    {
        public ValueTask<int> CountAsync(CancellationToken cancellationToken) =>
            profiles.Query().CountAsync(cancellationToken);
    }
    #endregion

    #region di-keyed
    public sealed class TenantReport([FromKeyedServices("tenant-a")] IProfilesClient profiles)
    {
        public ValueTask<int> CountAsync() => profiles.Query().CountAsync();
    }
    #endregion
}
