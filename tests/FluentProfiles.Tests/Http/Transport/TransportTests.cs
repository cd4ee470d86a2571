using System.Net;
using System.Text;

namespace FluentProfiles.Tests.Http.Transport;

/// <summary>The seam itself: what a client of the library relies on, whatever carries its requests.</summary>
public sealed class TransportTests
{
    private const string Empty = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

    [Theory]
    [OverBothTransports]
    public async Task Request_IsSentAsGiven(TransportKind kind)
    {
        await using var server = new RawServer(Empty);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.BaseUrl + "/v1/a%2Fb?x%5B%5D=1&y=%20%2B");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer k+/=");
        request.Headers.TryAddWithoutValidation("User-Agent", "One/1.0 (two)");
        request.Headers.TryAddWithoutValidation("anthropic-beta", "a,b");

        using var answer = await kind.Over(http).SendAsync(request, default);

        Assert.Equal(
            $"GET /v1/a%2Fb?x%5B%5D=1&y=%20%2B HTTP/1.1\r\nHost: {server.BaseUrl[7..]}\r\n"
                + "Authorization: Bearer k+/=\r\nUser-Agent: One/1.0 (two)\r\nanthropic-beta: a,b\r\n\r\n",
            Assert.Single(server.Heads)
        );
    }

    [Theory]
    [OverBothTransports]
    public async Task Content_IsSent(TransportKind kind)
    {
        await using var service = await kind.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, service.Emulator.BaseUrl + "/v1/user_profiles")
        {
            Content = new StringContent("""{"name":"Ü"}""", Encoding.UTF8, "application/json"),
            Headers = { { "x-api-key", TestService.Key } },
        };

        using var answer = await kind.Over(http).SendAsync(request, default);

        var sent = Assert.Single(service.Emulator.Requests);
        Assert.Equal(
            ("POST", """{"name":"Ü"}""", "application/json; charset=utf-8"),
            (sent.Method, sent.Body, sent.Headers["Content-Type"])
        );
    }

    [Theory]
    [OverBothTransports]
    public async Task BodyUnderWay_AnswerIsThere(TransportKind kind)
    {
        var rest = new TaskCompletionSource();
        await using var server = new RawServer(
            async (stream, ct) =>
            {
                await RawServer.WriteAsync(
                    stream,
                    "HTTP/1.1 200 OK\r\nrequest-id: r\r\nContent-Length: 4\r\n\r\nab",
                    ct
                );
                await rest.Task.WaitAsync(ct);
                await RawServer.WriteAsync(stream, "cd", ct);
            }
        );
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.BaseUrl);

        using var answer = await kind.Over(http).SendAsync(request, default);
        using var body = await answer.Content.ReadAsStreamAsync();
        var first = new byte[2];
        await body.ReadExactlyAsync(first);
        rest.SetResult();
        using var reader = new StreamReader(body);

        Assert.Equal("r", answer.Headers.GetValues("request-id").Single());
        Assert.Equal("ab", Encoding.ASCII.GetString(first));
        Assert.Equal("cd", await reader.ReadToEndAsync());
    }

    [Theory]
    [OverBothTransports(301)]
    [OverBothTransports(404)]
    [OverBothTransports(503)]
    public async Task OtherStatus_IsAnAnswer(TransportKind kind, int status)
    {
        await using var server = new RawServer(
            $"HTTP/1.1 {status} Hm\r\nRetry-After: 3\r\nContent-Length: 2\r\n\r\nno"
        );
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.BaseUrl);

        using var answer = await kind.Over(http).SendAsync(request, default);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("3", answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal("no", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [OverBothTransports]
    public async Task AnswerDisposedOf_EndsTheConnection(TransportKind kind)
    {
        var closed = new TaskCompletionSource();
        await using var server = new RawServer(
            async (stream, ct) =>
            {
                await RawServer.WriteAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n", ct);
                await HangUpAsync(stream, ct);
                closed.SetResult();
            }
        );
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.BaseUrl);

        (await kind.Over(http).SendAsync(request, default)).Dispose();

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [OverBothTransports]
    public async Task SentTwice_SendsTheSame(TransportKind kind)
    {
        await using var server = new RawServer(Empty);
        using var http = new HttpClient();
        var transport = kind.Over(http);
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, server.BaseUrl);
            request.Headers.Add("x-one", "1");
            using var answer = await transport.SendAsync(request, default);
            Assert.Equal("1", request.Headers.GetValues("x-one").Single());
        }

        Assert.Single(server.Heads.Distinct());
    }

    [Theory]
    [OverBothTransports]
    public async Task ClosedClient_ThrowsObjectDisposed(TransportKind kind)
    {
        var http = new HttpClient();
        http.Dispose();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:9");

        await Assert.ThrowsAsync<ObjectDisposedException>(() => kind.Over(http).SendAsync(request, default));
    }

    /// <summary>Waits until the other side is gone.</summary>
    private static async Task HangUpAsync(Stream stream, CancellationToken ct)
    {
        try
        {
            while (await stream.ReadAsync(new byte[100], ct) > 0) { }
        }
        catch (IOException)
        {
            // It went without a word.
        }
    }
}
