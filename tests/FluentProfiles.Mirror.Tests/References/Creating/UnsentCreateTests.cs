using System.Net;
using FluentProfiles.Emulator;
using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.Tests.Databases;
using Polly.Timeout;

namespace FluentProfiles.Mirror.Tests.References.Creating;

/// <summary>A create fails before its body has left, in ways that look like a lost answer.</summary>
public sealed class UnsentCreateTests
{
    private const string List = "/v1/user_profiles?limit=100";
    private const string Create = "/v1/user_profiles";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    // The failure of a create that is noted as sent, with the exception that the caller gets.
    private static readonly Dictionary<
        string,
        (Type Expected, Func<HttpRequestMessage, HttpResponseMessage?> Fail)
    > Failures = new()
    {
        ["handler"] = (typeof(ProfilesConnectionException), _ => throw new InvalidOperationException("A fault.")),
        ["timeout"] = (typeof(ProfilesConnectionException), _ => throw new TimeoutRejectedException()),
        ["answer"] = (typeof(ProfilesApiException), _ => new(HttpStatusCode.InternalServerError)),
        ["junk"] = (
            typeof(ProfilesProtocolException),
            _ => new(HttpStatusCode.OK) { Content = new StringContent("Hi.") }
        ),
    };

    private bool fails = true;

    public static TheoryData<string> Names => [.. Failures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task AFailureBeforeTheBody_ReachesTheCallerAndEndsTheClaim(string what)
    {
        var (expected, fail) = Failures[what];
        await using var service = await StartAsync(options =>
            options.Transport = WaitingTransports.Through(
                (request, _) => Task.FromResult(fails && request.Method == HttpMethod.Post ? fail(request) : null)
            )
        );

        var failure = await Assert.ThrowsAnyAsync<ProfilesException>(() => CallAsync(service));

        Assert.IsType(expected, failure);
        await AssertNothingIsLeftAsync(service);
    }

    [Fact]
    public async Task AConnectionThatIsWaitedForTooLong_ReachesTheCallerAndEndsTheClaim()
    {
        MirroredService? started = null;
        await using var service = await StartAsync(options =>
            options.Transport = WaitingTransports.ConnectingAfter(async ct =>
            {
                if (fails && started is not null && (await started.ClaimsAsync()).Exists(ReadyService.IsSent))
                    await Task.Delay(Timeout.Infinite, ct);
            })
        );
        started = service;

        await Assert.ThrowsAsync<ProfilesConnectionException>(() => CallAsync(service));

        await AssertNothingIsLeftAsync(service);
    }

    [Fact]
    public async Task ABodyThatAHandlerHasRead_MayHaveLeft()
    {
        await using var service = await StartAsync(options =>
            options.Transport = WaitingTransports.Through(
                async (request, _) =>
                {
                    if (request.Method != HttpMethod.Post)
                        return null;
                    await request.Content!.LoadIntoBufferAsync();
                    throw new InvalidOperationException("A fault.");
                }
            )
        );

        await Assert.ThrowsAsync<ProfilesUnknownOutcomeException>(() => CallAsync(service));

        Assert.Single(await service.Mirror.UnresolvedClaimsAsync());
        Assert.Equal(0, service.Creates());
    }

    [Fact]
    public async Task ACreateAfterADecision_ThrowsItsOwnFailure()
    {
        await using var service = await StartAsync(configureTimes: times => times with { Window = Long });
        await using var other = await service.OpenAnotherAsync();
        service.LoseCreates(applied: false);
        var call = CallAsync(service);
        await ReadyService.UntilAsync(async () =>
            service.Creates() == 1 && (await service.ClaimsAsync()).Exists(ReadyService.IsSent)
        );

        service.Emulator.Intercept = request =>
            request.Method == "POST" ? EmulatorResponse.Error(403, "permission_error", "No.") : null;
        await service.ExpireClaimsAsync();
        await other.ResolveClaimAsync("customer-1", ClaimResolution.NotCreated);

        await Assert.ThrowsAsync<ProfilesPermissionException>(() => call);
        Assert.Empty(await service.ClaimsAsync());
    }

    private static Task<MirroredService> StartAsync(
        Action<ProfilesClientOptions>? configure = null,
        Func<ReferenceTimes, ReferenceTimes>? configureTimes = null
    ) =>
        ReadyService.StartAsync(
            DatabaseKind.Sqlite,
            options => options.ReferenceTimes = configureTimes?.Invoke(ReadyService.Short) ?? ReadyService.Short,
            configure
        );

    private static Task<ProfileReference> CallAsync(MirroredService service) =>
        service.Mirror.GetOrCreateAsync("customer-1", () => new()).AsTask().WaitAsync(Long);

    /// <summary>One look was sent and no create, the claim has ended, and the next call creates the profile.</summary>
    private async Task AssertNothingIsLeftAsync(MirroredService service)
    {
        Assert.Equal([List], service.Requests);
        Assert.Empty(await service.ClaimsAsync());
        fails = false;

        Assert.True((await CallAsync(service)).WasCreated);

        Assert.Equal([List, List, Create], service.Requests);
        Assert.Single(service.IdsOf("customer-1"));
    }
}
