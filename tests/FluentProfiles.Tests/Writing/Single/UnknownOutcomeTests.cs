using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Writing.Single;

/// <summary>A create whose answer is missing may have been done: it is said so, and it is not sent twice.</summary>
public sealed class UnknownOutcomeTests
{
    [Fact]
    public async Task ResetAfterTheServiceHasCreated_IsUnknownAndNotSentAgain()
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.BeforeResponse = (_, _) => throw new HttpRequestException("reset");

        var failure = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Client.CreateAsync(new() { Name = "Ada" })
        );

        Assert.IsType<ProfilesConnectionException>(failure.InnerException);
        Assert.Single(service.Requests);
        Assert.Single(service.Emulator.Profiles);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task FailureWithinTheService_IsUnknownAndNotSentAgain(int status)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(status, "api_error", "went wrong");

        var failure = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Client.CreateAsync(new())
        );

        Assert.Equal(status, (int)Assert.IsType<ProfilesApiException>(failure.InnerException).StatusCode);
        Assert.Equal(((ProfilesException)failure.InnerException).RequestId, failure.RequestId);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    public async Task SuccessThatCannotBeRead_IsUnknown(string body)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.AnswerWith(body);

        var failure = await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() =>
            service.Client.CreateAsync(new())
        );

        Assert.IsType<ProfilesProtocolException>(failure.InnerException);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(400, typeof(ProfilesInvalidRequestException))]
    [InlineData(403, typeof(ProfilesPermissionException))]
    public async Task Refusal_IsTheRefusal(int status, Type type)
    {
        await using var service = await TestService.StartAsync(0);
        service.Emulator.Intercept = _ => EmulatorResponse.Error(status, "some_error", "no");

        await Assert.ThrowsAsync(type, () => service.Client.CreateAsync(new()));

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task ClosedPort_IsAMissingConnection()
    {
        var server = new RawServer("");
        await server.DisposeAsync();
        using var client = TransportKind.HttpClient.Client(server.BaseUrl);

        await Assert.ThrowsAsync<ProfilesConnectionException>(() => client.CreateAsync(new()));
    }

    [Fact]
    public async Task Cancellation_IsACancellation()
    {
        await using var service = await TestService.StartAsync(0);
        using CancellationTokenSource stop = new();
        service.Emulator.BeforeResponse = async (_, ct) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Client.CreateAsync(new(), cancellationToken: stop.Token)
        );
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("""{"id":"uprof_other","type":"user_profile_deleted"}""")]
    [InlineData("""{"type":"user_profile_deleted"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task DeleteAnsweredByAnother_Throws(string body)
    {
        await using var service = await TestService.StartAsync(1);
        service.Emulator.AnswerWith(body);

        await Assert.ThrowsAsync<ProfilesProtocolException>(() => service.Client.DeleteAsync(TestProfiles.IdOf(0)));
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("""{"url":"https://x"}""")]
    [InlineData("""{"url":null,"expires_at":"2026-01-01T00:00:00Z"}""")]
    [InlineData("""{"url":"https://x","expires_at":"soon"}""")]
    public async Task UrlThatIsNone_Throws(string body)
    {
        await using var service = await TestService.StartAsync(1);
        service.Emulator.AnswerWith(body);

        await Assert.ThrowsAsync<ProfilesProtocolException>(() =>
            service.Client.CreateActionUrlAsync(TestProfiles.IdOf(0))
        );
    }
}
