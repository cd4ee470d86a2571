using Flurl.Http;
using Flurl.Http.Testing;

namespace FluentProfiles.Tests.Http.OnFlurl;

/// <summary>Flurl's timeout is a connection that failed: it is retried, except for a create, whose outcome is unknown.</summary>
public sealed class FlurlTimeoutTests
{
    private const string EmptyPage = """{"data":[],"next_page":null}""";

    [Fact]
    public async Task TimeoutOfTheFlurlClient_ThrowsConnection()
    {
        await using var server = new RawServer((_, ct) => Task.Delay(Timeout.Infinite, ct));
        using var flurl = FlurlService.NewClient().WithTimeout(TimeSpan.FromMilliseconds(50));
        using var client = FlurlService.Over(flurl, server.BaseUrl);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.DoesNotContain("Flurl.Http.FlurlHttp", failure.ToString());
        Assert.DoesNotContain(TestService.Key, failure.ToString());
    }

    [Fact]
    public async Task AttemptTimeout_ThrowsConnection()
    {
        await using var server = new RawServer((_, ct) => Task.Delay(Timeout.Infinite, ct));
        using var flurl = FlurlService.NewClient();
        using var client = FlurlService.Over(
            flurl,
            server.BaseUrl,
            options => options.AttemptTimeout = TimeSpan.FromMilliseconds(50)
        );

        Assert.Contains("AttemptTimeout", (await client.FailAsync<ProfilesConnectionException>()).Message);
    }

    [Fact]
    public async Task Read_IsRetried()
    {
        using HttpTest test = new();
        test.SimulateTimeout().RespondWith(EmptyPage);
        using var flurl = new FlurlClient();
        using var client = FlurlService.Over(flurl, configure: Retry);

        Assert.Empty(await client.Query().ToListAsync());

        test.ShouldHaveCalled("https://service.test/v1/user_profiles?limit=100").WithVerb(HttpMethod.Get).Times(2);
    }

    [Fact]
    public async Task Update_IsRetried()
    {
        using HttpTest test = new();
        test.SimulateTimeout().RespondWith("""{"id":"uprof_1","type":"user_profile"}""");
        using var flurl = new FlurlClient();
        using var client = FlurlService.Over(flurl, configure: Retry);

        await client.UpdateAsync("uprof_1", new() { Name = "Ada" });

        test.ShouldHaveCalled("*/v1/user_profiles/uprof_1").WithVerb(HttpMethod.Post).Times(2);
    }

    [Fact]
    public async Task Create_IsUnknownAndNotSentAgain()
    {
        using HttpTest test = new();
        test.SimulateTimeout();
        using var flurl = new FlurlClient();
        using var client = FlurlService.Over(flurl, configure: Retry);

        var failure = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            client.CreateAsync(new() { Name = "Ada" })
        );

        Assert.IsType<TimeoutException>(
            Assert.IsType<ProfilesConnectionException>(failure.InnerException).InnerException
        );
        test.ShouldHaveMadeACall().Times(1);
    }

    [Fact]
    public async Task TimeoutMarkedAsHandled_ThrowsConnection()
    {
        using HttpTest test = new();
        test.SimulateTimeout();
        using var flurl = new FlurlClient().OnError(call => call.ExceptionHandled = true);
        using var client = FlurlService.Over(flurl);

        await client.FailAsync<ProfilesConnectionException>();
    }

    /// <summary>A handler that calls another service through Flurl may run into a timeout of its own.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task TimeoutOfACallInAHandler_IsTheCauseAndNotRetried(bool isAfter)
    {
        using HttpTest test = new();
        test.RespondWith(EmptyPage);
        test.ForCallsTo("https://idp.test/*").SimulateTimeout();
        using var other = new FlurlClient("https://idp.test");
        using var flurl = new FlurlClient();
        _ = isAfter
            ? flurl.AfterCall(_ => other.Request("token").GetStringAsync())
            : flurl.BeforeCall(_ => other.Request("token").GetStringAsync());
        using var client = FlurlService.Over(flurl, configure: Retry);

        var failure = await client.FailAsync<ProfilesConnectionException>();

        var cause = Assert.IsType<FlurlHttpTimeoutException>(failure.InnerException);
        Assert.Equal("https://idp.test/token", cause.Call.Request.Url);
        test.ShouldHaveCalled("https://idp.test/token").Times(1);
    }

    [Fact]
    public async Task Cancellation_IsACancellation()
    {
        using CancellationTokenSource stop = new();
        using var flurl = FlurlService.NewClient();
        await using var service = await FlurlService.StartAsync(flurl, Retry);
        service.Emulator.BeforeResponse = async (_, ct) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Client.CreateAsync(new() { Name = "Ada" }, cancellationToken: stop.Token)
        );

        Assert.Single(service.Requests);
    }

    private static void Retry(ProfilesClientOptions options) =>
        (options.MaxRetries, options.TimeProvider) = (2, new JumpingClock());
}
