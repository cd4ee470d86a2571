using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluentProfiles.Tests.Docs;

/// <summary>A server with a certificate from an authority of its own, which publishes no revocation list. A client may present any
/// certificate.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TlsServer(WebApplication app, X509Certificate2 authority) => (this.app, Authority) = (app, authority);

    /// <summary>The certificate to trust.</summary>
    public X509Certificate2 Authority { get; }

    public string BaseUrl =>
        app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single()
            .Replace("127.0.0.1", "localhost");

    /// <summary>The thumbprint of the certificate that the latest client presented.</summary>
    public string? ClientThumbprint { get; private set; }

    public static async Task<TlsServer> StartAsync(string answer)
    {
        using var authority = Certificate("Authority", isAuthority: true);
        var certificate = Certificate("localhost", authority);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                    listen.UseHttps(
                        certificate,
                        https =>
                        {
                            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                            https.AllowAnyClientCertificate();
                        }
                    )
            )
        );
        var app = builder.Build();
        TlsServer server = new(app, X509CertificateLoader.LoadCertificate(authority.RawData));
        app.Run(context =>
        {
            server.ClientThumbprint = context.Connection.ClientCertificate?.Thumbprint;
            return context.Response.WriteAsync(answer);
        });
        await app.StartAsync();
        return server;
    }

    public static X509Certificate2 Certificate(string name, X509Certificate2? issuer = null, bool isAuthority = false)
    {
        using var key = ECDsa.Create();
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        if (issuer is null)
            return request.CreateSelfSigned(now.AddDays(-2), now.AddDays(2));
        using var issued = request.Create(issuer, now.AddDays(-1), now.AddDays(1), [1]);
        return issued.CopyWithPrivateKey(key);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Authority.Dispose();
    }
}
