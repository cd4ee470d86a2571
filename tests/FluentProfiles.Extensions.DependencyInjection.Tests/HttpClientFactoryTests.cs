using System.Net;
using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace FluentProfiles.Hosting.Tests;

public sealed class HttpClientFactoryTests
{
    [Fact]
    public async Task HandlerOfTheApplication_SeesEachRequest()
    {
        await using var service = await HostedService.StartAsync(count: 250);
        List<string> seen = [];
        service.Services.AddFluentProfiles(service.Set).AddHttpMessageHandler(() => new RecordingHandler(seen));

        await (await service.ClientAsync()).Query().CountAsync();

        Assert.Equal(3, seen.Count);
        Assert.Equal(seen, service.Emulator.Requests.Select(request => request.PathAndQuery));
    }

    [Fact]
    public async Task VersionOfTheHttpClient_IsHonoured()
    {
        await using var server = await Http2Server.StartAsync();
        await using var service = await HostedService.StartAsync();
        service
            .Services.AddFluentProfiles(options =>
                (options.BaseUrl, options.ApiKey) = (server.BaseUrl, HostedService.Key)
            )
            .ConfigureHttpClient(http =>
                (http.DefaultRequestVersion, http.DefaultVersionPolicy) = (
                    HttpVersion.Version20,
                    HttpVersionPolicy.RequestVersionExact
                )
            );

        Assert.Empty(await (await service.ClientAsync()).Query().ToListAsync());
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var service = await HostedService.StartAsync();
        var elsewhere = await service.AddEmulatorAsync(count: 1);
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Text(302, "").WithHeader("Location", elsewhere.BaseUrl + "/v1/user_profiles");
        service.Services.AddFluentProfiles(service.Set);
        var client = await service.ClientAsync();

        await Assert.ThrowsAsync<ProfilesApiException>(() => client.Query().FirstAsync().AsTask());

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task TimeOut_IsLeftToTheOptions()
    {
        await using var service = await HostedService.StartAsync();
        var builder = service.Services.AddFluentProfiles(service.Set);

        var factory = (await service.RunAsync()).GetRequiredService<IHttpClientFactory>();

        Assert.Equal("FluentProfiles", builder.Name);
        Assert.Equal(Timeout.InfiniteTimeSpan, factory.CreateClient(builder.Name).Timeout);
    }

    [Fact]
    public async Task Transport_IsUsedInPlaceOfTheFactory()
    {
        await using var service = await HostedService.StartAsync(count: 2);
        using var http = new HttpClient(service.Emulator.CreateHandler());
        service.Services.AddFluentProfiles(options =>
        {
            service.Set(options);
            options.Transport = new DirectTransport(http);
        });

        Assert.Equal(2, await (await service.ClientAsync()).Query().CountAsync());
    }

    [Fact]
    public async Task Logs_HoldNoIdAndNoKey()
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(service.Set);
        var id = service.Emulator.Profiles[0].Id;

        await (await service.ClientAsync()).GetAsync(id);

        Assert.DoesNotContain(
            service.Log.Entries,
            entry => entry.Text.Contains(id) || entry.Text.Contains(HostedService.Key)
        );
    }

    [Theory]
    [InlineData(401, "authentication_error")]
    [InlineData(429, "rate_limit_error")]
    [InlineData(500, "api_error")]
    public async Task LogsOfRefusalsThatQuoteTheKey_HoldNoKey(int status, string type)
    {
        await using var service = await HostedService.StartAsync();
        service.Services.AddFluentProfiles(service.Set);
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Error(status, type, $"Not with {HostedService.Key}").WithHeader("retry-after-ms", "1");
        var client = await service.ClientAsync();

        var failure = await Assert.ThrowsAnyAsync<ProfilesApiException>(() => client.Query().CountAsync().AsTask());

        Assert.DoesNotContain(HostedService.Key, failure.ToString());
        Assert.NotEmpty(service.Log.Entries);
        Assert.DoesNotContain(service.Log.Entries, entry => entry.Text.Contains(HostedService.Key));
    }

    private sealed class RecordingHandler(List<string> seen) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            seen.Add(request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class DirectTransport(HttpClient http) : IProfilesTransport
    {
        public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
