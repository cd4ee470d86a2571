using System.Diagnostics;
using System.Net;
using FluentProfiles.Tests.KilledConsumer;

namespace FluentProfiles.Tests.Http.Transport;

/// <summary>Requests to this machine never go through a proxy, which would be shown the key; others use the system's.</summary>
[Collection(AloneCollection.Name)]
public sealed class ProxyTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("https://127.255.0.9")]
    [InlineData("http://127.1")]
    [InlineData("http://2130706433")]
    [InlineData("http://127.0.0.1.")]
    [InlineData("http://[::1]:5000")]
    [InlineData("http://[0:0:0:0:0:0:0:1]")]
    [InlineData("http://[::ffff:127.0.0.1]")]
    [InlineData("http://localhost")]
    [InlineData("http://LocalHost.:80")]
    [InlineData("https://api.localhost")]
    [InlineData("https://api.localhost.")]
    public void Loopback_IsReachedDirectly(string address)
    {
        using SystemProxy system = new(SystemProxy.Dead);

        Assert.Null(ProxyOf(address));
    }

    [Theory]
    [InlineData("https://api.anthropic.com")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://notlocalhost")]
    [InlineData("http://128.0.0.1")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://[::2]")]
    public void OtherAddress_UsesTheSystemsProxy(string address)
    {
        using SystemProxy system = new(SystemProxy.Dead);

        Assert.Equal(new(SystemProxy.Dead), ProxyOf(address));
    }

    [Fact]
    public async Task OtherAddress_IsSentToTheProxyWithItsCredentials()
    {
        await using RawServer proxy = new(
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n"
        );
        using SystemProxy system = new(proxy.BaseUrl);
        HttpClient.DefaultProxy.Credentials = new NetworkCredential("user", "word");
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = "http://profiles.test",
                AllowInsecureHttp = true,
                ApiKey = TestService.Key,
                MaxRetries = 0,
            }
        );

        await Assert.ThrowsAnyAsync<ProfilesException>(() => client.Query().CountAsync().AsTask());

        Assert.Equal(2, proxy.Heads.Count);
        Assert.All(proxy.Heads, head => Assert.StartsWith("GET http://profiles.test/v1/user_profiles?", head));
        Assert.Contains("Proxy-Authorization: Basic dXNlcjp3b3Jk\r\n", proxy.Heads[1]);
    }

    [Fact]
    public async Task EmulatorBesideADeadProxy_IsReached()
    {
        using SystemProxy system = new(SystemProxy.Dead);
        await using var service = await TestService.StartAsync(3);

        Assert.Equal(3, await service.Query().CountAsync());
    }

    [Theory]
    [InlineData("http_proxy")]
    [InlineData("HTTP_PROXY")]
    [InlineData("all_proxy")]
    [InlineData("ALL_PROXY")]
    public async Task EmulatorBesideADeadProxyOfTheEnvironment_IsReached(string variable)
    {
        await using var service = await TestService.StartAsync(25);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        ProcessStartInfo start = new(
            "dotnet",
            [typeof(Journal).Assembly.Location, service.Emulator.BaseUrl, path, Queries.ByName.Keys.First()]
        );
        foreach (
            var name in start
                .Environment.Keys.Where(name => name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
            start.Environment.Remove(name);
        start.Environment[variable] = SystemProxy.Dead;

        using var process = Process.Start(start)!;
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

        using (Journal journal = new(path))
            Assert.Equal((0, 25), (process.ExitCode, journal.Items.Count()));
        File.Delete(path);
    }

    private static Uri? ProxyOf(string address)
    {
        using var handler = ProfilesClient.CreateHandler();
        Uri uri = new(address);
        return handler.Proxy!.IsBypassed(uri) ? null : handler.Proxy.GetProxy(uri);
    }
}
