using FluentProfiles.Emulator;
using Flurl.Http;
using Flurl.Http.Configuration;
using Flurl.Http.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Hosting.Tests.Docs;

/// <summary>The C# of docs/flurl.md that needs no registration of its own.</summary>
public sealed class FlurlSamples : IAsyncLifetime
{
    private ProfileEmulator service = null!;

    public async Task InitializeAsync() => service = await ProfileEmulator.StartAsync(new() { Count = 250 });

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task HandWrittenCalls_FixToAQuery()
    {
        var key = "any-key";
        using var flurl = Direct();
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = service.BaseUrl,
                ApiKey = key,
                Transport = new FlurlTransport(flurl),
            }
        );
        flurl.BaseUrl = service.BaseUrl + "/v1";

        #region flurl-by-hand
        List<Profile> restricted = [];
        string? cursor = null;
        do
        {
            var page = await flurl
                .Request("user_profiles")
                .WithOAuthBearerToken(key)
                .WithHeader("anthropic-version", "2026-10-21")
                .SetQueryParam("limit", 100)
                .SetQueryParam("enforcement_status[]", "restricted")
                .SetQueryParam("page", cursor)
                .GetJsonAsync<Page>();
            restricted.AddRange(page.Data);
            cursor = page.Next_page;
        } while (cursor is not null);
        #endregion

        #region flurl-query
        var names = await client
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Restricted)
            .Select(p => new { p.Id, p.Name })
            .ToListAsync();
        #endregion

        Assert.NotEmpty(names);
        Assert.Equal(restricted.Select(p => (p.Id, p.Name)), names.Select(p => (p.Id, p.Name))!);
    }

    [Fact]
    public async Task Events_AreRaisedForEachAttempt()
    {
        service.Intercept = _ =>
            service.Requests.Count == 2
                ? EmulatorResponse.Error(529, "overloaded_error", "Busy").WithHeader("retry-after", "0")
                : null;
        List<string> log = [];
        using var flurl = Direct();

        #region flurl-events
        flurl.AfterCall(call =>
            log.Add($"{call.Request.Verb} {call.Request.Url.Path}: {call.Response?.StatusCode}, {call.Duration}")
        );
        #endregion

        using var client = ClientOn(flurl);
        await client.Query().CountAsync();
        Assert.Equal(4, log.Count);
        Assert.StartsWith("GET /v1/user_profiles: 529,", log[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Middleware_SeesTheRequests()
    {
        #region flurl-middleware-use
        using var flurl = new FlurlClientBuilder()
            .AddMiddleware(() => new RequestIdHandler())
            .ConfigureInnerHandler(handler => handler.UseProxy = false)
            .Build();
        #endregion

        using var client = ClientOn(flurl);
        await client.Query().FirstAsync();
        Assert.Equal(36, service.Requests[0].Headers["x-correlation-id"].Length);
    }

    [Fact]
    public async Task GlobalCache_Answers()
    {
        var key = "any-key";
        ServiceCollection services = new();

        #region flurl-global
        FlurlHttp
            .Clients.GetOrAdd("claude")
            .WithSettings(settings => settings.HttpVersion = "2.0")
            .WithTimeout(TimeSpan.FromSeconds(20));

        services.AddSingleton(FlurlHttp.Clients);
        services.AddFluentProfiles(options => options.ApiKey = key).UseFlurl("claude");
        #endregion

        await using var provider = services.BuildServiceProvider();
        using HttpTest test = new();
        test.RespondWithJson(new { data = Array.Empty<object>() });
        Assert.Equal(0, await provider.GetRequiredService<IProfilesClient>().Query().CountAsync());
        test.ShouldHaveMadeACall().With(call => call.HttpRequestMessage.Version.Major == 2);
    }

    [Fact]
    public async Task Refusal_IsFaked()
    {
        using ProfilesClient profiles = new(
            new()
            {
                ApiKey = "any-key",
                MaxRetries = 0,
                Transport = new FlurlTransport(new FlurlClient()),
            }
        );

        #region flurl-test-refusal
        using HttpTest test = new();
        test.RespondWithJson(new { error = new { type = "overloaded_error", message = "Busy" } }, 529);

        await Assert.ThrowsAsync<ProfilesOverloadedException>(() => profiles.Query().CountAsync().AsTask());
        #endregion

        test.ShouldHaveMadeACall().Times(1);
    }

    private static FlurlClient Direct() => new(new HttpClient(ProfilesClient.CreateHandler()));

    private ProfilesClient ClientOn(IFlurlClient flurl) =>
        new(
            new()
            {
                BaseUrl = service.BaseUrl,
                ApiKey = "any-key",
                Transport = new FlurlTransport(flurl),
            }
        );

    private sealed record Profile(string Id, string? Name);

    private sealed record Page(List<Profile> Data, string? Next_page);

    #region flurl-middleware
    public sealed class RequestIdHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            request.Headers.TryAddWithoutValidation("x-correlation-id", Guid.NewGuid().ToString());
            return base.SendAsync(request, ct);
        }
    }
    #endregion
}
