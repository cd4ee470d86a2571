using System.Net;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of docs/adoption.md.</summary>
public sealed class AdoptionSamples
{
    [Fact]
    public async Task Proxy_GetsTheRequests()
    {
        // The emulator's socket takes the place of the proxy, which is sent whole addresses.
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(Answers.Page(null, 1, 2, 3));
        var (options, proxyAddress) = (
            new ProfilesClientOptions
            {
                ApiKey = TestService.Key,
                BaseUrl = "http://profiles.test",
                AllowInsecureHttp = true,
            },
            service.Emulator.BaseUrl
        );

        #region adoption-proxy
        HttpClient behindProxy = new(
            new SocketsHttpHandler
            {
                Proxy = new WebProxy(proxyAddress),
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
            }
        );
        using var client = new ProfilesClient(options, behindProxy);
        #endregion

        Assert.Equal(3, await client.Query().CountAsync());
        Assert.Equal("profiles.test", service.Emulator.Requests.Single().Headers["Host"]);
    }

    [Fact]
    public async Task Tenants_AreKeptApart()
    {
        await using var service = await TestService.StartAsync(3);
        var client = service.Client;

        #region adoption-tenants
        var inSales = await client.Query().WithWorkspace("wrkspc_sales").CountAsync();
        var inOps = await client.Query().WithWorkspace("wrkspc_ops").CountAsync();
        #endregion

        Assert.Equal((3, 3), (inSales, inOps));
        Assert.Equal(
            ["wrkspc_sales", "wrkspc_ops"],
            service.Emulator.Requests.Select(request => request.Headers["anthropic-workspace-id"])
        );
    }
}
