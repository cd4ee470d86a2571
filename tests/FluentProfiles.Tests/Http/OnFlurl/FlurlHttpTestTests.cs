using Flurl.Http;
using Flurl.Http.Testing;

namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>An application's unit tests fake the service with Flurl's <see cref="HttpTest"/>: nothing goes over the network.</summary>
public sealed class FlurlHttpTestTests : IDisposable
{
    private readonly HttpTest test = new();
    private readonly FlurlClient flurl = new();
    private readonly ProfilesClient client;

    public FlurlHttpTestTests() =>
        client = FlurlService.Over(
            flurl,
            configure: options => (options.MaxRetries, options.TimeProvider) = (2, new JumpingClock())
        );

    public void Dispose()
    {
        client.Dispose();
        flurl.Dispose();
        test.Dispose();
    }

    [Fact]
    public async Task JsonOfAnObject_IsRead()
    {
        test.RespondWithJson(
            new
            {
                data = new[]
                {
                    new
                    {
                        id = "uprof_1",
                        type = "user_profile",
                        name = "Ada",
                    },
                },
                next_page = (string?)null,
            }
        );

        var profiles = await client.Query().Where(p => p.Name == "Ada").ToListAsync();

        Assert.Equal(["uprof_1"], profiles.Select(p => p.Id));
        test.ShouldHaveCalled("https://service.test/v1/user_profiles*")
            .WithVerb(HttpMethod.Get)
            .WithQueryParam("limit", 100)
            .WithoutQueryParam("page")
            .WithHeader("anthropic-version", "2026-10-21")
            .WithHeader("authorization", $"Bearer {TestService.Key}")
            .WithoutHeader("anthropic-beta")
            .Times(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Pages_AreReadInOrder(int prefetch)
    {
        test.RespondWithJson(PageOf("uprof_1", "c+/=1")).RespondWithJson(PageOf("uprof_2", "c2"));
        test.RespondWithJson(PageOf("uprof_3", null));

        var ids = await client.Query().WithPrefetch(prefetch).Select(p => p.Id).ToListAsync();

        Assert.Equal(["uprof_1", "uprof_2", "uprof_3"], ids);
        Assert.Equal(
            ["?limit=100", "?limit=100&page=c%2B%2F%3D1", "?limit=100&page=c2"],
            test.CallLog.Select(call => call.HttpRequestMessage.RequestUri!.Query)
        );
        test.ShouldHaveCalled("*/v1/user_profiles").WithQueryParam("page", "c+/=1").Times(1);
    }

    [Fact]
    public async Task Create_CanBeAssertedByItsBody()
    {
        test.RespondWithJson(
            new
            {
                id = "uprof_1",
                type = "user_profile",
                name = "Zoë 😀",
            }
        );

        var created = await client.CreateAsync(new() { Name = "Zoë 😀" });

        Assert.Equal("Zoë 😀", created.Name);
        test.ShouldHaveCalled("*/v1/user_profiles")
            .WithVerb(HttpMethod.Post)
            .WithContentType("application/json")
            .WithRequestJson(new { name = "Zoë 😀" });
    }

    [Fact]
    public async Task Update_CanBeAssertedByItsBody()
    {
        test.RespondWithJson(new { id = "uprof_1", type = "user_profile" });

        await client.UpdateAsync("uprof_1", new() { Name = "Ada" });

        test.ShouldHaveCalled("*/v1/user_profiles/uprof_1")
            .WithVerb(HttpMethod.Post)
            .WithRequestBody("""{"name":"Ada"}""");
    }

    [Fact]
    public async Task Delete_IsAnswered()
    {
        test.RespondWithJson(new { id = "uprof_1", type = "user_profile_deleted" });

        await client.DeleteAsync("uprof_1");

        test.ShouldHaveCalled("*/v1/user_profiles/uprof_1").WithVerb(HttpMethod.Delete).WithoutHeader("Content-Type");
    }

    [Fact]
    public async Task Refusal_ThrowsOurs()
    {
        test.RespondWithJson(
            new { type = "error", error = new { type = "not_found_error", message = "gone" } },
            404,
            new { request_id = "req_1" }
        );

        var failure = await Assert.ThrowsAsync<ProfilesNotFoundException>(() => client.GetAsync("uprof_1"));

        Assert.Equal(("req_1", "not_found_error"), (failure.RequestId, failure.ErrorType));
    }

    [Fact]
    public async Task RefusalThatMayPass_IsRetried()
    {
        test.RespondWith("busy", 529).RespondWith("", 503).RespondWithJson(PageOf("uprof_1", null));

        Assert.Equal(1, await client.Query().CountAsync());

        test.ShouldHaveMadeACall().Times(3);
    }

    [Fact]
    public async Task SimulatedConnectionFailure_IsRetriedThenThrowsConnection()
    {
        test.SimulateException(new HttpRequestException("reset"));

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.Equal("reset", Assert.IsType<HttpRequestException>(failure.InnerException).Message);
        test.ShouldHaveMadeACall().Times(3);
    }

    [Fact]
    public async Task SimulatedFailureOfAnotherKind_IsTheCause()
    {
        FormatException simulated = new("mine");
        test.SimulateException(simulated);

        Assert.Same(simulated, (await client.FailAsync<ProfilesConnectionException>()).InnerException);
        test.ShouldHaveMadeACall().Times(1);
    }

    [Fact]
    public async Task FilteredSetups_AnswerTheirCalls()
    {
        test.ForCallsTo("*/uprof_1").WithVerb("GET").RespondWithJson(new { id = "uprof_1", type = "user_profile" });
        test.ForCallsTo("*/uprof_2").RespondWithJson(new { id = "uprof_2", type = "user_profile" });
        string[] ids = ["uprof_2", "uprof_1"];

        var found = await client.Query().Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync();

        Assert.Equal(ids.Order(), found.Order());
    }

    [Fact]
    public async Task NoResponseSetUp_ThrowsProtocol()
    {
        await client.FailAsync<ProfilesProtocolException>();

        test.ShouldHaveMadeACall();
    }

    [Fact]
    public async Task RealHttpAllowed_IsSent()
    {
        test.ForCallsTo("http://127.0.0.1*").AllowRealHttp();
        using var direct = FlurlService.NewClient();
        await using var service = await FlurlService.StartAsync(direct);

        Assert.Equal(3, await service.Query().CountAsync());

        Assert.Single(service.Requests);
    }

    private static object PageOf(string id, string? next) =>
        new { data = new[] { new { id, type = "user_profile" } }, next_page = next };
}
