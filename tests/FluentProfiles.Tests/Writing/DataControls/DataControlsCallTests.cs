using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests.Writing;

/// <summary>How the calls are sent, refused and repeated.</summary>
public sealed class DataControlsCallTests
{
    private const string Own = "google-managed-data-controls-2026-09-01";

    private static readonly DataControlChanges Off = new() { Cmek = CmekChange.Disable() };

    [Theory]
    [OverBothTransports]
    public async Task Get_IsOneRequestWithItsBeta(TransportKind kind)
    {
        await using var service = await kind.StartAsync();

        var controls = await service.Client.DataControls.GetAsync(TestProfiles.IdOf(1));

        Assert.Equal(TestProfiles.IdOf(1), controls.UserProfileId);
        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(
            ("GET", $"/v1/user_profiles/{TestProfiles.IdOf(1)}/providers/google/data_controls", Own, ""),
            (request.Method, request.PathAndQuery, request.Headers["anthropic-beta"], request.Body)
        );
    }

    [Theory]
    [OverBothTransports]
    public async Task Update_IsOneRequestWithItsBeta(TransportKind kind)
    {
        await using var service = await kind.StartAsync();

        await service.Client.DataControls.UpdateAsync(TestProfiles.IdOf(1), Off);

        var request = Assert.Single(service.Emulator.Requests);
        Assert.Equal(("POST", Own), (request.Method, request.Headers["anthropic-beta"]));
    }

    [Theory]
    [InlineData("", "", Own)]
    [InlineData("", "user-profiles-2026-09-04", "user-profiles-2026-09-04," + Own)]
    [InlineData("user-profiles-2026-03-24", "", "user-profiles-2026-03-24," + Own)]
    [InlineData("user-profiles-2026-03-24", "user-profiles-2026-09-04", "user-profiles-2026-09-04," + Own)]
    [InlineData("files-api-2025-04-14", "skills-2025-10-02", "files-api-2025-04-14,skills-2025-10-02," + Own)]
    [InlineData(Own, "", Own)]
    [InlineData("", Own, Own)]
    [InlineData(Own, Own + " user-profiles-2026-09-04", Own + ",user-profiles-2026-09-04")]
    public async Task Betas_AreJoinedEachOnce(string ofClient, string ofCall, string header)
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(1),
            configureClient: options => options.Betas = Betas(ofClient)
        );

        await service.Client.DataControls.GetAsync(TestProfiles.IdOf(0), new() { Betas = Betas(ofCall) });
        await service.Client.DataControls.UpdateAsync(TestProfiles.IdOf(0), Off, new() { Betas = Betas(ofCall) });

        Assert.Equal([header, header], service.Emulator.Requests.Select(request => request.Headers["anthropic-beta"]));
    }

    [Fact]
    public async Task OtherCalls_DoNotNameTheBeta()
    {
        await using var service = await TestService.StartAsync(1);

        await service.Client.DataControls.GetAsync(TestProfiles.IdOf(0));
        await service.Client.GetAsync(TestProfiles.IdOf(0));

        Assert.False(service.Emulator.Requests[1].Headers.ContainsKey("anthropic-beta"));
    }

    [Fact]
    public async Task TwoShapes_AreRefusedUnsent()
    {
        await using var service = await TestService.StartAsync(1);
        AnthropicBeta[] shapes = [AnthropicBeta.UserProfiles2026_03_24, AnthropicBeta.UserProfiles2026_09_04];

        await Assert.ThrowsAsync<ProfilesConfigurationException>(() =>
            service.Client.DataControls.GetAsync(TestProfiles.IdOf(0), new() { Betas = shapes })
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client.DataControls.UpdateAsync(TestProfiles.IdOf(0), Off, new() { Betas = ["a b"] })
        );

        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public async Task TextThatIsNoId_IsRefusedUnsent(string? id)
    {
        await using var service = await TestService.StartAsync(1);

        var ofGet = await Assert.ThrowsAnyAsync<ArgumentException>(() => service.Client.DataControls.GetAsync(id!));
        var ofUpdate = await Assert.ThrowsAnyAsync<ArgumentException>(() =>
            service.Client.DataControls.UpdateAsync(id!, Off)
        );

        Assert.Equal(("profileId", "profileId"), (ofGet.ParamName, ofUpdate.ParamName));
        Assert.Empty(service.Requests);
    }

    [Theory]
    [OverBothTransports("../x", "..%2Fx")]
    [OverBothTransports("a/b?c#d", "a%2Fb%3Fc%23d")]
    [OverBothTransports("%2e%2e", "%252e%252e")]
    public async Task OddId_IsEscaped(TransportKind kind, string id, string sent)
    {
        await using var service = await kind.StartAsync();

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.DataControls.GetAsync(id));

        Assert.Equal([$"GET /v1/user_profiles/{sent}/providers/google/data_controls"], service.Requests);
    }

    [Theory]
    [InlineData("uprof_other")]
    [InlineData("")]
    [InlineData("UPROF_000000")]
    public async Task AnswerAboutAnotherProfile_IsAProtocolError(string other)
    {
        await using var service = await TestService.StartAsync(1);
        service.Emulator.Intercept = _ =>
            EmulatorResponse.Json(200, $$"""{"user_profile_id":"{{other}}"}""").WithHeader("request-id", "req_1");

        var ofGet = await Assert.ThrowsAsync<ProfilesProtocolException>(() =>
            service.Client.DataControls.GetAsync(TestProfiles.IdOf(0))
        );
        var ofUpdate = await Assert.ThrowsAsync<ProfilesProtocolException>(() =>
            service.Client.DataControls.UpdateAsync(TestProfiles.IdOf(0), Off)
        );

        Assert.Equal(("req_1", "req_1"), (ofGet.RequestId, ofUpdate.RequestId));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(500)]
    [InlineData(529)]
    public async Task TransientFailure_IsRetried(int status)
    {
        await using var service = await RetryingAsync();
        service.Emulator.FailFirst(2, EmulatorResponse.Error(status, "some_error", "Not now."));

        var updated = await service.Client.DataControls.UpdateAsync(
            TestProfiles.IdOf(0),
            new() { Cmek = CmekChange.Enable().Set("us", "ekey_1") }
        );

        Assert.IsType<CmekEnabled>(updated.Cmek);
        Assert.Equal(3, service.Requests.Count);
        Assert.Single(service.Emulator.Requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task LostAnswer_IsRetried()
    {
        await using var service = await RetryingAsync();
        var answered = 0;
        service.Emulator.Intercept = request =>
            answered++ == 0 ? service.Emulator.Answer(request) with { BreakAfter = 5 } : null;

        var updated = await service.Client.DataControls.UpdateAsync(
            TestProfiles.IdOf(0),
            new() { Cmek = CmekChange.Enable().Set("us", "ekey_1") }
        );

        Assert.Equal("ekey_1", Assert.IsType<CmekEnabled>(updated.Cmek).ExternalKeyIds["us"]);
        Assert.Equal(2, service.Requests.Count);
    }

    [Theory]
    [InlineData("mars", "ekey_1", "region_not_supported")]
    [InlineData("us", "no-key", "external_key_not_found")]
    public async Task Refusal_HasItsCode(string region, string key, string code)
    {
        await using var service = await RetryingAsync();

        var refusal = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(() =>
            service.Client.DataControls.UpdateAsync(
                TestProfiles.IdOf(0),
                new() { Cmek = CmekChange.Enable().Set(region, key) }
            )
        );

        Assert.Equal((code, "invalid_request_error"), (refusal.ErrorCode, refusal.ErrorType));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task ControlThatIsNotApproved_IsRefused()
    {
        await using var service = await TestService.StartAsync(1);
        service.Emulator.ApproveDataControls(TestProfiles.IdOf(0), cmek: false, storage: true);

        var refusal = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(() =>
            service.Client.DataControls.UpdateAsync(
                TestProfiles.IdOf(0),
                new() { Cmek = CmekChange.Enable().Set("us", "ekey_1") }
            )
        );

        Assert.Equal("cmek_not_approved", refusal.ErrorCode);
    }

    [Fact]
    public async Task UnknownProfile_IsNotFound()
    {
        await using var service = await TestService.StartAsync(1);

        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => service.Client.DataControls.GetAsync("uprof_none"));
        await Assert.ThrowsAsync<ProfilesNotFoundException>(() =>
            service.Client.DataControls.UpdateAsync("uprof_none", Off)
        );
    }

    [Fact]
    public async Task Cancelled_SendsNothing()
    {
        await using var service = await TestService.StartAsync(1);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Client.DataControls.GetAsync(TestProfiles.IdOf(0), cancellationToken: cancelled)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            service.Client.DataControls.UpdateAsync(TestProfiles.IdOf(0), Off, cancellationToken: cancelled)
        );

        Assert.Empty(service.Requests);
    }

    private static AnthropicBeta[] Betas(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (AnthropicBeta)name)];

    private static Task<TestService> RetryingAsync() =>
        TestService.StartAsync(
            TestProfiles.Many(1),
            configureClient: options =>
            {
                options.MaxRetries = 3;
                options.TimeProvider = new JumpingClock();
            }
        );
}
