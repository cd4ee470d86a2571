using Flurl.Http;

namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>Cookies are kept only where the application asks Flurl for it, for example for a gateway with sticky sessions.</summary>
public sealed class FlurlCookieTests
{
    private const string Answer =
        "HTTP/1.1 200 OK\r\nSet-Cookie: node=a; Path=/\r\nContent-Length: 28\r\n\r\n{\"data\":[],\"next_page\":null}";

    [Fact]
    public async Task CookieOfTheService_IsNotKept()
    {
        await using var server = new RawServer(Answer);
        using var flurl = FlurlService.NewClient();
        using var client = FlurlService.Over(flurl, server.BaseUrl);

        await client.Query().ToListAsync();
        await client.Query().ToListAsync();

        Assert.All(server.Heads, head => Assert.DoesNotContain("Cookie", head));
    }

    [Fact]
    public async Task CookieJarOfTheApplication_IsFilledAndSent()
    {
        await using var server = new RawServer(Answer);
        CookieJar jar = new();
        using var flurl = FlurlService.NewClient().BeforeCall(call => call.Request.CookieJar = jar);
        using var client = FlurlService.Over(flurl, server.BaseUrl);

        await client.Query().ToListAsync();
        await client.Query().ToListAsync();

        Assert.Equal(
            [false, true],
            server.Heads.Select(head => head.Contains("\r\nCookie: node=a\r\n", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task CookieHeaderOfTheFlurlClient_IsSent()
    {
        await using var server = new RawServer(Answer);
        using var flurl = FlurlService.NewClient().WithHeader("Cookie", "node=b");
        using var client = FlurlService.Over(flurl, server.BaseUrl);

        await client.Query().ToListAsync();

        Assert.Contains("\r\nCookie: node=b\r\n", Assert.Single(server.Heads));
    }
}
