using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of docs/adoption.md.</summary>
public sealed class AdoptionSamples
{
    [Fact]
    public async Task Proxy_SeesTheRequests()
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
    public async Task OwnAuthority_IsTrustedAndGetsAClientCertificate()
    {
        using var clientCertificate = TlsServer.Certificate("client");
        await using var server = await TlsServer.StartAsync("""{"data":[],"next_page":null}""");
        var (options, authority) = (Options(server), server.Authority);

        #region adoption-certificates
        var handler = ProfilesClient.CreateHandler();
        handler.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            // The default is Online, which fails if the authority publishes no revocation list.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        handler.SslOptions.ClientCertificates = [clientCertificate];
        using HttpClient http = new(handler);
        using var client = new ProfilesClient(options, http);
        #endregion

        Assert.Empty(await client.Query().ToListAsync());
        Assert.Equal(clientCertificate.Thumbprint, server.ClientThumbprint);

        using var strict = ProfilesClient.CreateHandler();
        strict.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
        };
        using HttpClient online = new(strict);
        using ProfilesClient checking = new(options, online);
        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() =>
            checking.Query().ToListAsync().AsTask()
        );
        Assert.Contains("RevocationStatusUnknown", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revocation_IsChecked()
    {
        await using var server = await TlsServer.StartAsync("""{"data":[],"next_page":null}""");
        var options = Options(server);

        #region adoption-revocation
        var handler = ProfilesClient.CreateHandler();
        handler.SslOptions.CertificateRevocationCheckMode = X509RevocationMode.Online;
        using HttpClient http = new(handler);
        using var client = new ProfilesClient(options, http);
        #endregion

        X509RevocationMode? mode = null;
        handler.SslOptions.RemoteCertificateValidationCallback = (_, _, chain, _) =>
        {
            mode = chain!.ChainPolicy.RevocationMode;
            return true;
        };
        Assert.Empty(await client.Query().ToListAsync());
        Assert.Equal(X509RevocationMode.Online, mode);
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

    private static ProfilesClientOptions Options(TlsServer server) =>
        new()
        {
            ApiKey = TestService.Key,
            BaseUrl = server.BaseUrl,
            MaxRetries = 0,
        };
}
