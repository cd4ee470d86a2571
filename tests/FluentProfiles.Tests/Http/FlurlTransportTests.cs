using Flurl.Http;

namespace FluentProfiles.Tests.Http;

/// <summary>What an application has set up on its Flurl client holds for the requests of this library, too.</summary>
public sealed class FlurlTransportTests
{
    [Fact]
    public void NoClient_ThrowsArgumentNull() => Assert.Throws<ArgumentNullException>(() => new FlurlTransport(null!));

    [Fact]
    public async Task NoRequest_ThrowsArgumentNull()
    {
        using var flurl = new FlurlClient();

        await Assert.ThrowsAsync<ArgumentNullException>(() => new FlurlTransport(flurl).SendAsync(null!, default));
    }

    [Fact]
    public async Task TimeOutOfSettings_ThrowsConnection()
    {
        await using var server = new RawServer((_, ct) => Task.Delay(Timeout.Infinite, ct));
        using var flurl = new FlurlClient().WithTimeout(TimeSpan.FromMilliseconds(50));
        using var client = FlurlService.Over(flurl, server.BaseUrl);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.IsType<TimeoutException>(failure.InnerException);
    }

    [Fact]
    public async Task DefaultHeaders_AreSentAndOursWin()
    {
        using var flurl = new FlurlClient();
        flurl.Headers["x-mine"] = "yes";
        flurl.Headers["authorization"] = "Basic b3RoZXI=";
        flurl.Headers["ANTHROPIC-VERSION"] = "1999-01-01";
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Query().ToListAsync();

        var headers = Assert.Single(service.Emulator.Requests).Headers;
        Assert.Equal(
            ("yes", $"Bearer {TestService.Key}", "2026-10-21"),
            (headers["x-mine"], headers["Authorization"], headers["anthropic-version"])
        );
        Assert.Equal(["ANTHROPIC-VERSION", "authorization", "x-mine"], flurl.Headers.Keys.Order());
        Assert.Equal("Basic b3RoZXI=", flurl.Headers["authorization"]);
    }

    [Fact]
    public async Task HttpClientFactory_MakesTheClient()
    {
        using var flurl = new FlurlClient("https://elsewhere.test/base").Configure(settings =>
            settings.HttpClientFactory = new MarkingFactory()
        );
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Query().ToListAsync();

        Assert.Equal("factory", Assert.Single(service.Emulator.Requests).Headers["x-made-by"]);
    }

    [Fact]
    public async Task ClientDisposedOf_FlurlClientStaysOpen()
    {
        await using var service = await TestService.StartAsync(3);
        using var flurl = new FlurlClient();

        FlurlService.Over(flurl, service.Emulator.BaseUrl).Dispose();
        using var client = FlurlService.Over(flurl, service.Emulator.BaseUrl);

        Assert.Equal(3, await client.Query().CountAsync());
        Assert.False(flurl.IsDisposed);
    }

    [Fact]
    public async Task ManyAtOnce_AllArrive()
    {
        using var flurl = new FlurlClient();
        await using var service = await FlurlService.StartAsync(flurl);

        var profiles = await Task.WhenAll(
            Enumerable.Range(0, 60).Select(number => service.Client.GetAsync(TestProfiles.IdOf(number % 3)))
        );

        Assert.Equal(60, service.Requests.Count);
        Assert.Equal(TestProfiles.Ids(Enumerable.Range(0, 60).Select(n => n % 3)), profiles.Select(p => p.Id));
    }

    [Fact]
    public void Assembly_LeavesTheVersionOfFlurlOpen() =>
        Assert.DoesNotContain(
            typeof(FlurlTransport).Assembly.GetReferencedAssemblies(),
            reference => reference.Name is "Flurl" or "Newtonsoft.Json"
        );
}
