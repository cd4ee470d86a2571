using System.Net;

namespace FluentProfiles.Tests.Http;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task OwnClient_DoesNotFollow(int status)
    {
        await using var elsewhere = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var server = Redirecting(status, elsewhere.BaseUrl);
        using var client = new ProfilesClient(new() { BaseUrl = server.BaseUrl, ApiKey = TestService.Key });

        var failure = await client.FailAsync<ProfilesApiException>();

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Empty(elsewhere.Heads);
    }

    [Theory]
    [OverBothTransports(302)]
    [OverBothTransports(307)]
    public async Task CallersClientThatFollows_LeavesTheCredentialsBehind(TransportKind kind, int status)
    {
        await using var elsewhere = new RawServer("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
        await using var server = Redirecting(status, elsewhere.BaseUrl);
        using var following = new HttpClient();
        using var client = kind.Client(server.BaseUrl, following);

        await client.FailAsync<ProfilesAuthenticationException>();

        Assert.DoesNotContain(TestService.Key, Assert.Single(elsewhere.Heads));
    }

    private static RawServer Redirecting(int status, string target) =>
        new($"HTTP/1.1 {status} There\r\nLocation: {target}/v1/user_profiles\r\nContent-Length: 0\r\n\r\n");
}
