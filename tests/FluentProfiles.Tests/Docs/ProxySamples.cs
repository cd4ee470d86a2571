using System.Net;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# about proxies in docs/testing.md, with a proxy for the process that nobody listens on.</summary>
[Collection(AloneCollection.Name)]
public sealed class ProxySamples : IDisposable
{
    private readonly IWebProxy before = HttpClient.DefaultProxy;

    public ProxySamples() => HttpClient.DefaultProxy = new WebProxy("http://127.0.0.1:9");

    public void Dispose() => HttpClient.DefaultProxy = before;

    [Fact]
    public async Task OwnClient_ReachesLoopback()
    {
        await using var testService = await TestService.StartAsync(3);
        var service = testService.Emulator;

        #region testing-proxy
        using HttpClient http = new(ProfilesClient.CreateHandler());
        using var client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" }, http);
        #endregion

        Assert.Equal(3, await client.Query().CountAsync());
        using HttpClient usual = new();
        await Assert.ThrowsAsync<HttpRequestException>(() => usual.GetAsync(service.BaseUrl));
    }
}
