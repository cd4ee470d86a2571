using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using FluentProfiles.Http.Transport;
using FluentProfiles.Telemetry;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Http.Failures;

/// <summary>One line says what has happened: cause, address, proxy, attempts, time.</summary>
public sealed class ConnectionMessageTests
{
    private const string NoAnswerYet = "HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n";

    [Theory]
    [OverBothTransports]
    public async Task ConnectionRefused_IsSaidWithAddressAttemptsAndTime(TransportKind kind)
    {
        using ClosedPort port = new();
        JumpingClock clock = new();
        using var client = kind.Client(
            $"http://{port}/a/path",
            configure: options => (options.MaxRetries, options.TimeProvider) = (2, clock)
        );

        var failure = await client.FailAsync<ProfilesConnectionException>();

        var time = Durations.Text(clock.GetUtcNow() - JumpingClock.Begin);
        Assert.Equal($"No response from {port}: connection refused (3 attempts, {time}).", failure.Message);
        Assert.Equal(2, clock.Waits.Count);
    }

    [Theory]
    [OverBothTransports]
    public async Task BudgetOfOneRequest_DoesNotHideIt(TransportKind kind)
    {
        using ClosedPort port = new();
        using var client = Client(kind, $"http://{port}", retries: 5);

        var failure = await Assert.ThrowsAsync<ProfilesConnectionException>(() =>
            client.Query().WithMaxRequests(1).ToListAsync().AsTask()
        );

        Assert.Equal($"No response from {port}: connection refused (1 attempt, 0 ms).", failure.Message);
        Assert.NotNull(failure.ResumeToken);
    }

    [Theory]
    [OverBothTransports("http://service.test")]
    [OverBothTransports("https://service.test")]
    public async Task ProxyThatRefuses_IsNamed(TransportKind kind, string address)
    {
        using ClosedPort port = new();
        using HttpClient http = new(new SocketsHttpHandler { Proxy = new WebProxy($"http://user:secret@{port}") });
        using var client = Client(kind, address, http, insecure: true);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        var service = $"service.test:{new Uri(address).Port}";
        Assert.Equal(
            $"No response from {service} through the proxy {port}: connection refused (1 attempt, 0 ms).",
            failure.Message
        );
    }

    [Theory]
    [OverBothTransports]
    public async Task ProxyThatWantsAPassword_IsNamedWithItsStatus(TransportKind kind)
    {
        await using RawServer proxy = new(NoAnswerYet);
        var address = new Uri(proxy.BaseUrl).Authority;
        using HttpClient http = new(new SocketsHttpHandler { Proxy = new WebProxy($"http://user:secret@{address}") });
        using var client = Client(kind, "https://service.test", http);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.Equal(
            $"No response from service.test:443 through the proxy {address}: the proxy refused the connection (407) (1 attempt, 0 ms).",
            failure.Message
        );
    }

    /// <summary>The client knows the proxy of its own connections, so it names it whatever the cause.</summary>
    [Fact]
    public async Task TimedOutBehindAKnownProxy_NamesIt()
    {
        FakeTimeProvider clock = new();
        using HttpClient http = new(
            new StubHandler(_ =>
            {
                clock.Advance(TimeSpan.FromMinutes(1));
                throw new TaskCanceledException();
            })
        );
        using ProfilesClient client = new(
            new()
            {
                ApiKey = TestService.Key,
                MaxRetries = 0,
                TimeProvider = clock,
                Transport = new HttpClientTransport(http, new WebProxy("http://user:secret@proxy.test:3128")),
            }
        );

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.Equal(
            "No response from api.anthropic.com:443 through the proxy proxy.test:3128: timed out after 30 s, ProfilesClientOptions.AttemptTimeout (1 attempt, 60 s).",
            failure.Message
        );
    }

    [Theory]
    [OverBothTransports("localhost", 1, "TLS: certificate not trusted (UntrustedRoot)")]
    [OverBothTransports("localhost", -1, "TLS: certificate expired or not valid yet (NotTimeValid, UntrustedRoot)")]
    [OverBothTransports("other.test", 1, "TLS: the certificate is for another host name")]
    public async Task CertificateRejected_IsSaidAndNotRetried(TransportKind kind, string name, int days, string cause)
    {
        using var certificate = Certificate(name, days);
        var connections = 0;
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using CancellationTokenSource stop = new();
        var serving = ServeAsync(listener, certificate, () => connections++, stop.Token);
        var address = $"localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";
        using var client = Client(kind, $"https://{address}", retries: 3);

        var failure = await client.FailAsync<ProfilesConnectionException>();
        // No create either: it certainly was not sent.
        await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.CreateAsync(new() { Name = "Ada" }));

        Assert.Equal($"No response from {address}: {cause} (1 attempt, 0 ms).", failure.Message);
        Assert.Equal(2, connections);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
    }

    [Fact]
    public async Task ClientDisposed_IsSaidAndNotRetried()
    {
        ProfilesClient client = new(new() { ApiKey = TestService.Key, TimeProvider = new FakeTimeProvider() });
        client.Dispose();

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.Equal(
            "No response from api.anthropic.com:443: the client, its HttpClient or its transport has been disposed (1 attempt, 0 ms).",
            failure.Message
        );
        Assert.IsType<ObjectDisposedException>(failure.InnerException);
    }

    private static ProfilesClient Client(
        TransportKind kind,
        string address,
        HttpClient? http = null,
        int retries = 0,
        bool insecure = false
    ) =>
        kind.Client(
            address,
            http,
            options =>
            {
                (options.MaxRetries, options.TimeProvider) = (retries, new FakeTimeProvider());
                options.AllowInsecureHttp = insecure;
            }
        );

    private static async Task ServeAsync(
        TcpListener listener,
        X509Certificate2 certificate,
        Action connected,
        CancellationToken ct
    )
    {
        while (true)
        {
            using var connection = await listener.AcceptTcpClientAsync(ct);
            connected();
            await using SslStream stream = new(connection.GetStream());
            await Record.ExceptionAsync(async () =>
            {
                await stream.AuthenticateAsServerAsync(certificate);
                await stream.ReadExactlyAsync(new byte[1], ct);
            });
        }
    }

    private static X509Certificate2 Certificate(string name, int days)
    {
        using var key = ECDsa.Create();
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-10), now.AddDays(days));
    }
}
