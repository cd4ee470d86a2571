using System.Net;

namespace FluentProfiles.Tests.Http.Transport;

/// <summary>The version that a caller's <see cref="HttpClient"/> names is the one that is spoken.</summary>
public sealed class HttpVersionTests
{
    [Theory]
    [OverBothTransports(HttpVersionPolicy.RequestVersionExact)]
    [OverBothTransports(HttpVersionPolicy.RequestVersionOrHigher)]
    public async Task Http2Client_ReachesAServerOfHttp2Alone(TransportKind kind, HttpVersionPolicy policy)
    {
        await using var server = await Http2Server.StartAsync();
        using HttpClient http = new() { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = policy };
        using var client = kind.Client(server.BaseUrl, http);

        Assert.Empty(await client.Query().ToListAsync());
    }

    [Theory]
    [OverBothTransports]
    public async Task UsualClient_UsesHttp1(TransportKind kind)
    {
        await using RawServer server = new(
            "HTTP/1.1 200 OK\r\nContent-Length: 28\r\n\r\n{\"data\":[],\"next_page\":null}"
        );
        using HttpClient http = new();
        using var client = kind.Client(server.BaseUrl, http);

        Assert.Empty(await client.Query().ToListAsync());

        Assert.StartsWith("GET /v1/user_profiles?limit=100 HTTP/1.1\r\n", Assert.Single(server.Heads));
    }

    [Theory]
    [OverBothTransports("1.0")]
    public async Task OlderVersion_IsSpoken(TransportKind kind, string version)
    {
        await using RawServer server = new("HTTP/1.0 200 OK\r\n\r\n{\"data\":[],\"next_page\":null}");
        using HttpClient http = new() { DefaultRequestVersion = new(version) };
        using var client = kind.Client(server.BaseUrl, http);

        Assert.Empty(await client.Query().ToListAsync());

        Assert.Contains($" HTTP/{version}\r\n", Assert.Single(server.Heads));
    }
}
