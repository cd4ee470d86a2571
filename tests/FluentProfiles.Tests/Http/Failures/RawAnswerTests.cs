using System.Net;
using System.Text.Json;
using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Http.Failures;

/// <summary>The status, the headers and the body as they came, cleaned.</summary>
public sealed class RawAnswerTests
{
    [Theory]
    [OverBothTransports]
    public async Task Refusal_HasItsHeadersAndBody(TransportKind kind)
    {
        await using var service = await kind.StartAsync();
        service.Emulator.FailFirst(
            1,
            EmulatorResponse
                .Error(429, "rate_limit_error", "Too many.")
                .WithHeader("retry-after", "7")
                .WithHeader("X-RateLimit-Remaining", "0")
                .WithHeader("Set-Cookie", "session=abc")
        );

        var refusal = await service.Client.FailAsync<ProfilesRateLimitException>();

        Assert.Equal("0", refusal.Headers["x-ratelimit-remaining"]);
        Assert.Equal("7", refusal.Headers["Retry-After"]);
        Assert.Equal(refusal.RequestId, refusal.Headers["request-id"]);
        Assert.StartsWith("application/json", refusal.Headers["content-type"], StringComparison.Ordinal);
        Assert.False(refusal.Headers.ContainsKey("set-cookie"));
        Assert.Equal(
            "rate_limit_error",
            JsonDocument.Parse(refusal.Body!).RootElement.GetProperty("error").GetProperty("type").GetString()
        );
    }

    [Theory]
    [InlineData("<html>\r\n<h1>Bad gateway</h1>", "<html>  <h1>Bad gateway</h1>")]
    [InlineData("", null)]
    public async Task BodyOfAProxy_IsOnOneLine(string body, string? shown)
    {
        await using RawServer server = new(
            $"HTTP/1.1 502 No\r\nVia: a\r\nVia: b\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
        using var client = TransportKind.HttpClient.Client(server.BaseUrl);

        var refusal = await client.FailAsync<ProfilesApiException>();

        Assert.Equal(shown, refusal.Body);
        Assert.Equal("a, b", refusal.Headers["via"]);
        Assert.Null(refusal.ErrorType);
    }

    [Fact]
    public async Task LongBody_IsCutOff()
    {
        await using RawServer server = new($"HTTP/1.1 502 No\r\nContent-Length: 5000\r\n\r\n{new string('a', 5000)}");
        using var client = TransportKind.HttpClient.Client(server.BaseUrl);

        var refusal = await client.FailAsync<ProfilesApiException>();

        Assert.Equal(new string('a', 1000) + "…", refusal.Body);
    }

    [Fact]
    public async Task ManyHeaders_AreBounded()
    {
        var headers = string.Concat(Enumerable.Range(0, 300).Select(i => $"X-{i}: {i}\r\n"));
        await using RawServer server = new($"HTTP/1.1 502 No\r\n{headers}Content-Length: 0\r\n\r\n");
        using var client = TransportKind.HttpClient.Client(server.BaseUrl);

        Assert.Equal(100, (await client.FailAsync<ProfilesApiException>()).Headers.Count);
    }

    [Fact]
    public async Task Pages_HaveTheirResponse()
    {
        await using var service = await TestService.StartAsync(250);
        List<ProfilePage<UserProfile>> pages = [];

        await foreach (var page in service.Query().AsPages())
            pages.Add(page);
        pages.Add(await service.Query().ToPageAsync(10));

        Assert.Equal(4, pages.Count);
        Assert.All(
            pages,
            page =>
            {
                Assert.Equal(HttpStatusCode.OK, page.Response!.StatusCode);
                Assert.Equal(page.RequestId, page.Response.RequestId);
                Assert.Equal(page.RequestId, page.Response.Headers["Request-Id"]);
                Assert.StartsWith("application/json", page.Response.Headers["content-type"], StringComparison.Ordinal);
            }
        );
        Assert.DoesNotContain("Response", JsonSerializer.Serialize(pages[0] with { Items = [] }));
    }

    [Fact]
    public async Task PagesThatCameFromNoAnswer_HaveNone()
    {
        await using var service = await TestService.StartAsync(3);

        Assert.Null((await ProfileQuery.FromItems(TestProfiles.Many(3)).ToPageAsync(2)).Response);
        Assert.Null((await service.Query().Take(0).ToPageAsync(2)).Response);
    }
}
