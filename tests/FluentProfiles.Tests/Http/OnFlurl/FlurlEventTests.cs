using FluentProfiles.Emulator;
using Flurl.Http;
using Flurl.Http.Testing;

namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>Flurl raises its events for the requests of this library as for any other.</summary>
public sealed class FlurlEventTests
{
    [Fact]
    public async Task Success_CallsBeforeAndAfterCall()
    {
        List<string> events = [];
        using var flurl = Recording(events);
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Query().Take(2).ToListAsync();

        Assert.Equal(["before", "before async", "after 200", "after async"], events);
    }

    [Theory]
    [InlineData(404, typeof(ProfilesNotFoundException))]
    [InlineData(500, typeof(ProfilesApiException))]
    public async Task Refusal_CallsOnErrorAndThrowsOurs(int status, Type exception)
    {
        List<string> events = [];
        using var flurl = Recording(events);
        await using var service = await FlurlService.StartAsync(flurl);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(status, "some_error", "no");

        var failure = await service.Client.FailAsync(exception);

        Assert.Equal("some_error", Assert.IsAssignableFrom<ProfilesApiException>(failure).ErrorType);
        Assert.Equal(
            ["before", "before async", $"error {status} FlurlHttpException", $"after {status}", "after async"],
            events
        );
    }

    [Fact]
    public async Task Retries_CallTheEventsForEachAttempt()
    {
        List<string> events = [];
        using var flurl = Recording(events);
        await using var service = await FlurlService.StartAsync(
            flurl,
            options => (options.MaxRetries, options.TimeProvider) = (1, new JumpingClock())
        );
        service.Emulator.FailFirst(1, EmulatorResponse.Error(529, "overloaded_error", "later"));

        await service.Query().ToListAsync();

        Assert.Equal(["before", "error 529 FlurlHttpException", "after 529", "before", "after 200"], Sync(events));
    }

    [Fact]
    public async Task BrokenConnection_CallsOnErrorAndThrowsConnection()
    {
        List<string> events = [];
        using HttpTest test = new();
        test.SimulateException(new HttpRequestException("reset"));
        using var flurl = Recording(events);
        using var client = FlurlService.Over(flurl);

        await client.FailAsync<ProfilesConnectionException>();

        Assert.Equal(["before", "error 0 HttpRequestException", "after 0"], Sync(events));
    }

    [Fact]
    public async Task BodyThatAHandlerHasRead_IsStillRead()
    {
        string? seen = null;
        using var flurl = FlurlService
            .NewClient()
            .OnError(async call => seen = await call.HttpResponseMessage.Content.ReadAsStringAsync());
        await using var service = await FlurlService.StartAsync(flurl);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "not you");

        var failure = await service.Client.FailAsync<ProfilesPermissionException>();

        Assert.Contains("not you", seen);
        Assert.Equal("permission_error", failure.ErrorType);
    }

    [Fact]
    public async Task HandlerOfAWrite_SeesTheBody()
    {
        List<string> bodies = [];
        using var flurl = FlurlService.NewClient().AfterCall(call => bodies.Add(call.RequestBody));
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Client.CreateAsync(new() { Name = "Ada" });

        Assert.Equal(["""{"name":"Ada"}"""], bodies);
        Assert.Contains(service.Emulator.Profiles, profile => profile.Name == "Ada");
    }

    public static TheoryData<Action<IFlurlClient>> Tolerances =>
        [
            flurl => flurl.AllowAnyHttpStatus(),
            flurl => flurl.AllowHttpStatus("404,5xx"),
            flurl => flurl.OnError(call => call.ExceptionHandled = true),
        ];

    [Theory]
    [MemberData(nameof(Tolerances))]
    public async Task RefusalAllowedOrHandled_ThrowsOursAllTheSame(Action<IFlurlClient> configure)
    {
        using var flurl = FlurlService.NewClient();
        configure(flurl);
        await using var service = await FlurlService.StartAsync(flurl);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(529, "overloaded_error", "later");

        await service.Client.FailAsync<ProfilesOverloadedException>();
    }

    [Fact]
    public async Task NoConnectionHandled_ThrowsItsCauseInConnection()
    {
        HttpRequestException refused = new(HttpRequestError.ConnectionError, "refused");
        using HttpTest test = new();
        test.SimulateException(refused);
        using var flurl = new FlurlClient().OnError(call => call.ExceptionHandled = true);
        using var client = FlurlService.Over(flurl);

        Assert.Same(refused, (await client.FailAsync<ProfilesConnectionException>()).InnerException);
        // Nothing was sent, so a create that failed like this has no unknown outcome.
        await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.CreateAsync(new() { Name = "Ada" }));
    }

    [Theory]
    [InlineData(FlurlEventType.BeforeCall)]
    [InlineData(FlurlEventType.AfterCall)]
    public async Task ExceptionOfAHandler_IsTheCause(FlurlEventType type)
    {
        FormatException mine = new("mine");
        using HttpTest test = new();
        test.RespondWith("""{"data":[],"next_page":null}""");
        using var flurl = new FlurlClient();
        flurl.EventHandlers.Add((type, new ThrowingHandler(mine)));
        using var client = FlurlService.Over(flurl);

        Assert.Same(mine, (await client.FailAsync<ProfilesConnectionException>()).InnerException);
        Assert.Equal(type == FlurlEventType.BeforeCall ? 0 : 1, test.CallLog.Count);
    }

    /// <summary>A handler that fetches a token through Flurl: the refusal of that call is not the answer to ours.</summary>
    [Fact]
    public async Task RefusalOfACallInAHandler_IsTheCause()
    {
        using HttpTest test = new();
        test.ForCallsTo("https://idp.test/*").RespondWith("""{"data":[],"next_page":null}""", 403);
        using var tokens = new FlurlClient("https://idp.test");
        using var flurl = new FlurlClient().BeforeCall(_ => tokens.Request("token").GetStringAsync());
        using var client = FlurlService.Over(flurl);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        var cause = Assert.IsType<FlurlHttpException>(failure.InnerException);
        Assert.Equal("https://idp.test/token", cause.Call.Request.Url);
        test.ShouldNotHaveCalled("https://service.test*");
    }

    [Fact]
    public async Task ChangeInBeforeCall_IsSent()
    {
        using var flurl = FlurlService.NewClient().BeforeCall(call => call.Request.WithHeader("x-trace", "t1"));
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Query().ToListAsync();

        Assert.Equal("t1", Assert.Single(service.Emulator.Requests).Headers["x-trace"]);
    }

    private static IFlurlClient Recording(List<string> events) =>
        FlurlService
            .NewClient()
            .BeforeCall(_ => events.Add("before"))
            .BeforeCall(_ => NoteAsync(events, "before async"))
            .OnError(call => events.Add($"error {StatusOf(call)} {call.Exception.GetType().Name}"))
            .AfterCall(call => events.Add($"after {StatusOf(call)}"))
            .AfterCall(_ => NoteAsync(events, "after async"));

    private static Task NoteAsync(List<string> events, string text)
    {
        events.Add(text);
        return Task.CompletedTask;
    }

    private static IEnumerable<string> Sync(List<string> events) => events.Where(text => !text.EndsWith("async"));

    private static int StatusOf(FlurlCall call) => (int)(call.HttpResponseMessage?.StatusCode ?? 0);

    private sealed class ThrowingHandler(Exception thrown) : FlurlEventHandler
    {
        public override void Handle(FlurlEventType eventType, FlurlCall call) => throw thrown;
    }
}
