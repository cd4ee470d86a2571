using System.Net;
using FluentProfiles.Emulator;
using Flurl.Http;
using Flurl.Http.Configuration;

namespace FluentProfiles.Tests.Http;

/// <summary>Flurl's events are raised for the requests of this library as for any other.</summary>
public sealed class FlurlEventTests
{
    [Fact]
    public async Task Success_RaisesBeforeAndAfterCall()
    {
        List<string> events = [];
        using var flurl = new FlurlClient().Configure(settings => Record(settings, events));
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Query().Take(2).ToListAsync();

        Assert.Equal(["before", "before async", "after 200", "after async"], events);
    }

    [Theory]
    [InlineData(404, typeof(ProfilesNotFoundException))]
    [InlineData(500, typeof(ProfilesApiException))]
    public async Task Refusal_RaisesOnErrorAndThrowsOurs(int status, Type exception)
    {
        List<string> events = [];
        using var flurl = new FlurlClient().Configure(settings => Record(settings, events));
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
    public async Task HandlerReadsTheBody_ItIsStillRead()
    {
        string? seen = null;
        using var flurl = new FlurlClient().Configure(settings =>
            settings.OnErrorAsync = async call => seen = await call.Response.Content.ReadAsStringAsync()
        );
        await using var service = await FlurlService.StartAsync(flurl);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "not you");

        var failure = await service.Client.FailAsync<ProfilesPermissionException>();

        Assert.Contains("not you", seen);
        Assert.Equal("permission_error", failure.ErrorType);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefusalAllowedOrHandled_StillThrowsOurs(bool allowed)
    {
        using var flurl = new FlurlClient().Configure(settings =>
        {
            if (allowed)
                settings.AllowedHttpStatusRange = "*";
            else
                settings.OnError = call => call.ExceptionHandled = true;
        });
        await using var service = await FlurlService.StartAsync(flurl);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(529, "overloaded_error", "later");

        await service.Client.FailAsync<ProfilesOverloadedException>();
    }

    [Fact]
    public async Task NoConnectionHandled_ThrowsConnection()
    {
        var caught = new List<Exception>();
        using var http = new HttpClient(new FailingHandler(after: 0));
        using var flurl = new FlurlClient(http).Configure(settings =>
            settings.OnError = call =>
            {
                caught.Add(call.Exception);
                call.ExceptionHandled = true;
            }
        );
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Client.FailAsync<ProfilesConnectionException>();

        Assert.IsType<HttpRequestException>(Assert.Single(caught));
    }

    [Fact]
    public async Task HandlerThrows_ItsExceptionComesOut()
    {
        using var flurl = new FlurlClient().Configure(settings =>
            settings.BeforeCall = _ => throw new FormatException("mine")
        );
        await using var service = await FlurlService.StartAsync(flurl);

        Assert.Equal("mine", (await service.Client.FailAsync<FormatException>()).Message);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task ChangeInBeforeCall_IsSent()
    {
        using var flurl = new FlurlClient().Configure(settings =>
            settings.BeforeCall = call => call.Request.Headers.Add("x-trace", "t1")
        );
        await using var service = await FlurlService.StartAsync(flurl);

        await service.Query().ToListAsync();

        Assert.Equal("t1", Assert.Single(service.Emulator.Requests).Headers["x-trace"]);
    }

    private static void Record(FlurlHttpSettings settings, List<string> events)
    {
        settings.BeforeCall = _ => events.Add("before");
        settings.BeforeCallAsync = _ => Note(events, "before async");
        settings.OnError = call => events.Add($"error {StatusOf(call)} {call.Exception.GetType().Name}");
        settings.AfterCall = call => events.Add($"after {StatusOf(call)}");
        settings.AfterCallAsync = _ => Note(events, "after async");
    }

    private static Task Note(List<string> events, string text)
    {
        events.Add(text);
        return Task.CompletedTask;
    }

    private static int StatusOf(HttpCall call) => (int)(call.HttpStatus ?? default(HttpStatusCode));
}
