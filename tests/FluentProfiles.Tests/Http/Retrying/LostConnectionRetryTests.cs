using FluentProfiles.Tests.Http.Failures;

namespace FluentProfiles.Tests.Http.Retrying;

/// <summary>What <see cref="BrokenConnectionTests"/> sees fail is repeated.</summary>
public sealed class LostConnectionRetryTests
{
    private const string Page = "HTTP/1.1 200 OK\r\nContent-Length: 28\r\n\r\n{\"data\":[],\"next_page\":null}";

    private readonly JumpingClock clock = new();

    // Not among them: a connection that closes without a word, since .NET's own handler dials again then, three times for
    // each attempt.
    [Theory]
    [OverBothTransports("HTTP/1.1 200 O")]
    [OverBothTransports("this is no HTTP\r\n\r\n")]
    [OverBothTransports("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\":[")]
    [OverBothTransports("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"data\":[\r\n")]
    [OverBothTransports("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n")]
    public async Task CutAnswer_IsRepeated(TransportKind kind, string answer)
    {
        var attempts = 0;
        await using var server = new RawServer(
            (stream, ct) => RawServer.WriteAsync(stream, Interlocked.Increment(ref attempts) <= 5 ? answer : Page, ct)
        );
        using var client = Client(kind, server.BaseUrl);

        Assert.Equal(0, await client.Query().CountAsync());

        Assert.Equal(6, server.Heads.Count);
        Assert.Single(server.Heads.Distinct());
        Assert.Equal(5, clock.Waits.Count);
    }

    [Theory]
    [OverBothTransports]
    public async Task RetriesSpent_ThrowsWithTheCause(TransportKind kind)
    {
        await using var server = new RawServer("HTTP/1.1 200 O");
        using var client = Client(kind, server.BaseUrl);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.True(failure.InnerException is HttpRequestException or IOException);
        Assert.Equal(6, server.Heads.Count);
    }

    [Theory]
    [OverBothTransports("<html>")]
    [OverBothTransports("{}")]
    public async Task SuccessThatIsNoPage_IsNotRepeated(TransportKind kind, string body)
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        using var client = Client(kind, server.BaseUrl);

        await client.FailAsync<ProfilesProtocolException>();

        Assert.Single(server.Heads);
    }

    private ProfilesClient Client(TransportKind kind, string baseUrl) =>
        kind.Client(baseUrl, configure: options => (options.MaxRetries, options.TimeProvider) = (5, clock));
}
