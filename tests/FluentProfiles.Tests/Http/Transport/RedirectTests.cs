using System.Net;

namespace FluentProfiles.Tests.Http.Transport;

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

    [Theory]
    [OverBothTransports("POST", 301)]
    [OverBothTransports("POST", 302)]
    [OverBothTransports("POST", 303)]
    [OverBothTransports("DELETE", 303)]
    public async Task WriteThatWasFollowedWithAGet_IsNotReportedAsDone(TransportKind kind, string method, int status)
    {
        const string Profile = """{"id":"uprof_1","type":"user_profile"}""";
        await using var elsewhere = new RawServer(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Profile.Length}\r\n\r\n{Profile}"
        );
        await using var server = Redirecting(status, elsewhere.BaseUrl);
        using var following = new HttpClient();
        using var client = kind.Client(server.BaseUrl, following);

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(() =>
            method == "DELETE" ? client.DeleteAsync("uprof_1") : client.UpdateAsync("uprof_1", new() { Name = "Ada" })
        );

        Assert.StartsWith($"The {method} was redirected", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("GET ", Assert.Single(elsewhere.Heads), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateThatWasFollowedWithAGet_HasAnUnknownOutcome()
    {
        await using var elsewhere = new RawServer("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
        await using var server = Redirecting(303, elsewhere.BaseUrl);
        using var following = new HttpClient();
        using var client = TransportKind.HttpClient.Client(server.BaseUrl, following);

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() => client.CreateAsync(new() { Name = "Ada" }));
    }

    private static RawServer Redirecting(int status, string target) =>
        new($"HTTP/1.1 {status} There\r\nLocation: {target}/v1/user_profiles\r\nContent-Length: 0\r\n\r\n");
}
