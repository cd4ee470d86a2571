using System.Net;
using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Http.Calls;

/// <summary>Headers that a query or a call adds: which may be, where they go, and that no value shows.</summary>
public sealed class AddedHeaderTests
{
    private const string Secret = "gateway-secret/0123+4=";

    private static readonly string Id = TestProfiles.IdOf(0);

    [Theory]
    [OverBothTransports]
    public async Task Headers_AreOnEachRequest(TransportKind kind)
    {
        await using var service = await kind.StartAsync();

        await service
            .Query()
            .WithHeader("X-Gateway", "old")
            .WithHeader("x-gateway", Secret)
            .WithHeader("X-Empty", "")
            .WithDetails()
            .ToListAsync();
        await service
            .Query()
            .Where(p => p.Id == Id)
            .WithHeader("X-Gateway", Secret)
            .ExecuteUpdateAsync(set => set.SetName("Ada"), new() { VerifyEach = true });
        CallOptions options = new() { Headers = { ["X-Gateway"] = Secret } };
        await service.Client.CreateAsync(new() { Name = "Ada" }, options);
        await service.Client.DataControls.GetAsync(Id, options);
        await service.Client.DeleteAsync(Id, options);

        Assert.Equal(10, service.Requests.Count);
        Assert.All(service.Emulator.Requests, request => Assert.Equal(Secret, request.Headers["x-gateway"]));
        Assert.True(service.Emulator.Requests[0].Headers.ContainsKey("x-empty"));
    }

    [Fact]
    public async Task OtherRequests_HaveNone()
    {
        await using var service = await TestService.StartAsync(3);
        var query = service.Query();

        await query.WithHeader("X-Gateway", Secret).ToListAsync();
        await query.ToListAsync();

        Assert.False(service.Emulator.Requests[1].Headers.ContainsKey("x-gateway"));
    }

    [Fact]
    public async Task EachHeaderThatTheLibrarySends_IsRefused()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(3),
            configureClient: options =>
                (options.Betas, options.WorkspaceId) = ([AnthropicBeta.UserProfiles2026_09_04], "wrkspc_1")
        );
        await service.Client.UpdateAsync(Id, new() { Name = "Ada" });

        var sent = Assert.Single(service.Emulator.Requests).Headers.Keys.Except(["traceparent"]).ToList();

        Assert.InRange(sent.Count, 7, 12);
        Assert.All(sent, name => Assert.Throws<ArgumentException>(() => service.Query().WithHeader(name, "1")));
    }

    [Theory]
    [InlineData("x-api-key", "ProfilesClientOptions.ApiKey")]
    [InlineData("AUTHORIZATION", "TokenProvider")]
    [InlineData("Anthropic-Version", "ProfilesClientOptions.ApiVersion")]
    [InlineData("anthropic-beta", "WithBeta")]
    [InlineData("anthropic-workspace-id", "CallOptions.Workspace")]
    [InlineData("Host", "ProfilesClientOptions.BaseUrl")]
    [InlineData("Content-Type", "Remove it")]
    [InlineData("content-anything", "Remove it")]
    [InlineData("Transfer-Encoding", "Remove it")]
    [InlineData("Allow", "does not send with these requests")]
    [InlineData("expires", "does not send with these requests")]
    [InlineData("Last-Modified", "does not send with these requests")]
    public async Task HeaderOfTheLibrary_IsRefusedWithWhatToDo(string name, string instead)
    {
        await using var service = await TestService.StartAsync(3);

        var ofQuery = Assert.Throws<ArgumentException>(() => service.Query().WithHeader(name, Secret));
        var ofCall = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.GetAsync(Id, new() { Headers = { [name] = Secret } })
        );

        Assert.All(
            [ofQuery, ofCall],
            refused =>
            {
                Assert.Contains($"the header {name}", refused.Message, StringComparison.OrdinalIgnoreCase);
                Assert.Contains(instead, refused.Message);
                Assert.DoesNotContain(Secret, refused.Message);
            }
        );
        Assert.Equal(("name", "options"), (ofQuery.ParamName, ofCall.ParamName));
        Assert.Empty(service.Requests);
    }

    /// <summary>Of all names that .NET knows, whether of requests, of answers or of content.</summary>
    [Fact]
    public async Task EachHeaderThatIsAccepted_IsSent()
    {
        await using var service = await TestService.StartAsync(3);
        var accepted = Enum.GetNames<HttpRequestHeader>()
            .Concat(Enum.GetNames<HttpResponseHeader>())
            .Select(name => Regex.Replace(name, "(?<=[a-z])(?=[A-Z])", "-"))
            .Distinct()
            .Where(name => Record.Exception(() => service.Query().WithHeader(name, "1")) is null)
            .ToList();

        await accepted.Aggregate(service.Query(), (query, name) => query.WithHeader(name, "1")).ToListAsync();

        Assert.InRange(accepted.Count, 20, 60);
        Assert.Empty(
            accepted.Except(Assert.Single(service.Emulator.Requests).Headers.Keys, StringComparer.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("X-A", "a\r\nX-B: b", "value", "line break")]
    [InlineData("X-A", "a\n", "value", "line break")]
    [InlineData("X-A", "a\0b", "value", "visible ASCII")]
    [InlineData("X-A", "Łódź", "value", "visible ASCII")]
    [InlineData("X-A", "\t", "value", "visible ASCII")]
    [InlineData("", "v", "name", "The name comes first")]
    [InlineData("X A", "v", "name", "The name comes first")]
    [InlineData("X-A:", "v", "name", "The name comes first")]
    [InlineData("X-\u00c4", "v", "name", "The name comes first")]
    [InlineData("X-A\r\nX-B", "v", "name", "The name comes first")]
    [InlineData("Bearer " + Secret, "Authorization", "name", "The name comes first")]
    public async Task IllegalHeader_IsRefusedBeforeSending(string name, string value, string parameter, string problem)
    {
        await using var service = await TestService.StartAsync(3);

        var ofQuery = Assert.Throws<ArgumentException>(() => service.Query().WithHeader(name, value));
        var ofCall = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.CreateAsync(new(), new() { Headers = { [name] = value } })
        );

        Assert.Equal(parameter, ofQuery.ParamName);
        Assert.Contains(problem, ofQuery.Message);
        Assert.Contains(problem, ofCall.Message);
        Assert.DoesNotContain(Secret, ofQuery.Message);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task TooLongValueAndNameTwice_AreRefused()
    {
        await using var service = await TestService.StartAsync(3);
        CallOptions twice = new()
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-A"] = "1", ["x-a"] = "2" },
        };

        Assert.Contains(
            "has 8193 characters, and at most 8192",
            Assert.Throws<ArgumentException>(() => service.Query().WithHeader("X-A", new('a', 8193))).Message
        );
        Assert.Contains(
            "has x-a twice",
            (await Assert.ThrowsAsync<ArgumentException>(() => service.Client.GetAsync(Id, twice))).Message
        );
        Assert.Throws<ArgumentNullException>(() => service.Query().WithHeader("X-A", null!));
        Assert.Throws<ArgumentNullException>(() => new CallOptions { Headers = null! });
        Assert.Empty(service.Requests);
    }

    /// <summary>The plan shows the name, which explains a request, and not the value.</summary>
    [Fact]
    public async Task Plan_ShowsTheNameAlone()
    {
        await using var service = await TestService.StartAsync(3);

        var text = service.Query().WithHeader("X-Gateway", Secret).Explain().ToString();

        Assert.Contains("headers:        X-Gateway", text);
        Assert.DoesNotContain(Secret, text);
    }

    /// <summary>Whatever an answer repeats of it: a page, a refusal, no answer.</summary>
    [Theory]
    [InlineData("HTTP/1.1 400 No\r\nX-Echo: {0}\r\nContent-Length: {1}\r\n\r\n{{\"error\":{{\"message\":\"{0}\"}}}}")]
    [InlineData("HTTP/1.1 403 No\r\nrequest-id: {0}\r\nContent-Length: 22\r\n\r\n{0}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{0}")]
    [InlineData("HTTP/1.1 {0}\r\n\r\n")]
    public async Task EchoedValue_IsHidden(string answer)
    {
        var length = Secret.Length + "{\"error\":{\"message\":\"\"}}".Length;
        await using RawServer server = new(string.Format(null, answer, Secret, length));
        List<string> told = [];
        using ProfilesClient client = new(
            new()
            {
                BaseUrl = server.BaseUrl,
                ApiKey = TestService.Key,
                MaxRetries = 0,
                Observer = happened => told.Add($"{happened}"),
            }
        );

        var failure = await Assert.ThrowsAnyAsync<ProfilesException>(async () =>
            await client.Query().WithHeader("X-Gateway", Secret).ToListAsync()
        );

        var shown = string.Join('\n', [.. told, $"{failure}", Body(failure), Headers(failure), $"{failure.RequestId}"]);
        Assert.DoesNotContain(Secret, shown);
    }

    /// <summary>An id is no secret because a header repeats it, for instance to an audit log.</summary>
    [Fact]
    public async Task ValueThatIsAnId_DoesNotSpoilTheAnswer()
    {
        await using var service = await TestService.StartAsync(3);

        Assert.Equal(Id, (await service.Client.GetAsync(Id, new() { Headers = { ["X-Subject"] = Id } })).Id);
        Assert.Equal(3, (await service.Query().WithHeader("X-Subject", Id).ToListAsync()).Count);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    public async Task Redirect_IsNotFollowedWithTheHeader(int status)
    {
        await using RawServer elsewhere = new("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n");
        await using var server = Redirecting(status, elsewhere);
        using ProfilesClient client = new(new() { BaseUrl = server.BaseUrl, ApiKey = TestService.Key });

        var failure = await Assert.ThrowsAsync<ProfilesApiException>(() =>
            client.GetAsync(Id, new() { Headers = { ["X-Gateway"] = Secret } })
        );

        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Empty(elsewhere.Heads);
    }

    /// <summary>.NET takes every header along but Authorization, so the first request says so.</summary>
    [Fact]
    public async Task RedirectThatACallersClientFollows_IsAFailure()
    {
        await using RawServer elsewhere = new("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{\"data\":[]} ");
        await using var server = Redirecting(302, elsewhere);
        using HttpClient following = new();
        using var client = TransportKind.HttpClient.Client(server.BaseUrl, following);

        var failure = await Assert.ThrowsAsync<ProfilesProtocolException>(async () =>
            await client.Query().WithHeader("X-Gateway", Secret).ToListAsync()
        );

        Assert.Contains("Set AllowAutoRedirect of its handler to false", failure.Message);
        Assert.DoesNotContain(Secret, failure.ToString());
    }

    private static RawServer Redirecting(int status, RawServer target) =>
        new($"HTTP/1.1 {status} There\r\nLocation: {target.BaseUrl}/v1/user_profiles\r\nContent-Length: 0\r\n\r\n");

    private static string? Body(Exception failure) => (failure as ProfilesApiException)?.Body;

    private static string Headers(Exception failure) =>
        string.Join('\n', (failure as ProfilesApiException)?.Headers ?? new Dictionary<string, string>());
}
