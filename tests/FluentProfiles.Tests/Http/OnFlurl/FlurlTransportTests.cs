using Flurl.Http;
using Flurl.Http.Configuration;

namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>An application's Flurl client is used as it is configured, and stays the application's.</summary>
public sealed class FlurlTransportTests
{
    [Fact]
    public void NoClient_ThrowsArgumentNull() =>
        Assert.Throws<ArgumentNullException>(() => new FlurlTransport((IFlurlClient)null!));

    [Fact]
    public async Task NoRequest_ThrowsArgumentNull()
    {
        using var flurl = new FlurlClient();

        await Assert.ThrowsAsync<ArgumentNullException>(() => new FlurlTransport(flurl).SendAsync(null!, default));
    }

    [Fact]
    public async Task CancelledBefore_SendsNothing()
    {
        using var flurl = FlurlService.NewClient();
        await using var service = await FlurlService.StartAsync(flurl);
        using var request = new HttpRequestMessage(HttpMethod.Get, service.Emulator.BaseUrl);

        await Assert.ThrowsAsync<OperationCanceledException>(() =>
            new FlurlTransport(flurl).SendAsync(request, new(canceled: true))
        );

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Headers_ComeBeforeTheBody()
    {
        await using var server = new RawServer(
            async (stream, ct) =>
            {
                await RawServer.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{", ct);
                await Task.Delay(Timeout.Infinite, ct);
            }
        );
        using var flurl = FlurlService.NewClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.BaseUrl);

        using var response = await new FlurlTransport(flurl).SendAsync(request, default);

        using var body = await response.Content.ReadAsStreamAsync();
        Assert.Equal('{', body.ReadByte());
    }

    [Theory]
    [InlineData("https://elsewhere.test/base")]
    [InlineData("http://127.0.0.1:1/v1/")]
    [InlineData("not an address")]
    public async Task BaseUrlOfTheFlurlClient_IsIgnored(string baseUrl)
    {
        using var flurl = FlurlService.NewClient(baseUrl);
        await using var service = await FlurlService.StartAsync(flurl);

        Assert.Equal(3, await service.Query().CountAsync());
        Assert.Equal(baseUrl, flurl.BaseUrl);
    }

    [Fact]
    public async Task Middleware_SeesEachRequest()
    {
        List<string> seen = [];
        using var flurl = new FlurlClientBuilder()
            .ConfigureInnerHandler(handler => handler.UseProxy = false)
            .AddMiddleware(() => new RecordingHandler(request => seen.Add(request.RequestUri!.PathAndQuery)))
            .Build();
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Query().WithPageSize(1).ToListAsync();

        Assert.Equal(3, seen.Count);
        Assert.Equal(service.Emulator.Requests.Select(request => request.PathAndQuery), seen);
    }

    [Fact]
    public async Task OptionsOfTheRequest_ReachHandlersAndReturn()
    {
        List<bool> sentOnce = [];
        using var flurl = new FlurlClientBuilder()
            .ConfigureInnerHandler(handler => handler.UseProxy = false)
            .AddMiddleware(() =>
                new RecordingHandler(request =>
                {
                    sentOnce.Add(
                        request.Options.TryGetValue(ProfilesRequestOptions.MustNotBeRepeated, out var once) && once
                    );
                    request.Options.Set(ProfilesRequestOptions.HasBeenRepeated, true);
                })
            )
            .Build();
        await using var service = await FlurlService.StartAsync(flurl, options => options.MaxRetries = 3);
        await service.Client.CreateAsync(new() { Name = "Ada" });
        service.Emulator.Intercept = _ => FluentProfiles.Emulator.EmulatorResponse.Error(500, "api_error", "no");

        await service.Client.FailAsync<ProfilesApiException>();

        // The handler says that it has retried, so the client does not retry on top of it.
        Assert.Equal([true, false], sentOnce);
    }

    [Fact]
    public async Task FlurlClientOfADisposedClient_StaysOpen()
    {
        await using var service = await TestService.StartAsync(3);
        using var flurl = FlurlService.NewClient();

        FlurlService.Over(flurl, service.Emulator.BaseUrl).Dispose();
        using var client = FlurlService.Over(flurl, service.Emulator.BaseUrl);

        Assert.Equal(3, await client.Query().CountAsync());
        Assert.False(flurl.IsDisposed);
    }

    [Fact]
    public async Task FlurlClientDisposed_ThrowsConnection()
    {
        var flurl = FlurlService.NewClient();
        using var client = FlurlService.Over(flurl);
        flurl.Dispose();

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.IsType<ObjectDisposedException>(failure.InnerException);
        Assert.Contains("has been disposed (1 attempt, ", failure.Message);
    }

    [Fact]
    public async Task ManyAtOnce_AreAllRead()
    {
        using var flurl = FlurlService.NewClient();
        await using var service = await FlurlService.StartAsync(flurl);

        var profiles = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(number => service.Client.GetAsync(TestProfiles.IdOf(number % 3)))
        );

        Assert.Equal(60, service.Requests.Count);
        Assert.Equal(TestProfiles.Ids(Enumerable.Range(0, 60).Select(n => n % 3)), profiles.Select(p => p.Id));
    }
}
