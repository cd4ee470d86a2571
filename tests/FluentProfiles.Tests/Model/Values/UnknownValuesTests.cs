namespace FluentProfiles.Tests.Model.Values;

public sealed class UnknownValuesTests
{
    private const string File = "list-ga-unknown-values.json";

    [Fact]
    public async Task UnknownEnumValues_AreKept()
    {
        var (profile, _) = await Fixture.ReadAsync(File);

        Fixture.AssertCommonFields(profile, "uprof_011CZkZCu8hGbp5mYRQgUnew");
        Fixture.AssertDetails(profile.ExternalUserDetails, "dormant");
        Assert.Equal("agent", profile.AccessType.ToString());
        Assert.False(profile.AccessType.IsKnown);
        Assert.Equal("quarantined", profile.EnforcementStatus.ToString());
        Assert.Equal(EnforcementStatus.Restricted, profile.EnforcementStatus.Effective);
        var action = Assert.Single(profile.EnforcementActions);
        Assert.Equal(
            ("throttle", "appeal", "solar_flare"),
            (action.Type.ToString(), action.Action.ToString(), action.Reason.ToString())
        );
    }

    [Fact]
    public async Task UnknownMembers_AreKeptOnEveryLevel()
    {
        var (profile, _) = await Fixture.ReadAsync(File);

        Assert.Equal("""[1,{"y":null}]""", Compact(profile.AdditionalProperties["brand_new"]!.Value.GetProperty("x")));
        Assert.Equal(["brand_new"], profile.AdditionalProperties.Keys);
        Assert.Equal(0.5, profile.ExternalUserDetails.AdditionalProperties["risk"]!.Value.GetDouble());
        Assert.Equal(1, profile.EnforcementActions[0].AdditionalProperties["extra"]!.Value.GetInt32());
        Assert.Empty(profile.Programs.AdditionalProperties);
        Assert.Null(profile.AdditionalProperties["none"]);
    }

    [Fact]
    public async Task Query_CanUseThem()
    {
        await using var service = await Fixture.ServeAsync(File);
        var query = service.Query();

        Assert.Equal(1, await query.CountAsync(p => p.AccessType == "agent"));
        Assert.Equal(0, await query.CountAsync(p => p.AccessType == AccessType.Application));
        Assert.Equal(1, await query.CountAsync(p => p.EnforcementStatus.Effective == EnforcementStatus.Restricted));
        Assert.Equal(1, await query.CountAsync(p => p.AdditionalProperties.ContainsKey("brand_new")));
        Assert.Equal(
            0.5,
            await query.Select(p => p.ExternalUserDetails.AdditionalProperties["risk"]!.Value.GetDouble()).SingleAsync()
        );
    }

    [Fact]
    public async Task Refusals_AreRead()
    {
        await using var service = await TestService.StartAsync(0);
        var body = await System.IO.File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Fixtures", "error-400.json")
        );
        service.Emulator.Intercept = _ => Emulator.EmulatorResponse.Json(400, body);

        var thrown = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(async () =>
            await service.Query().ToListAsync()
        );

        Assert.Equal(("invalid_request_error", "req_011CSHoEeqs5C35K2UUqR7Fy"), (thrown.ErrorType, thrown.RequestId));
        Assert.Contains("`user-profile-2026-03-24`", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SpendLimit_IsReadAsItsOwnCode()
    {
        await using var service = await TestService.StartAsync(0);
        var body = await System.IO.File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Fixtures", "error-429-spend.json")
        );
        service.Emulator.Intercept = _ => Emulator.EmulatorResponse.Json(429, body);

        var thrown = await Assert.ThrowsAsync<ProfilesRateLimitException>(async () =>
            await service.Query().ToListAsync()
        );

        Assert.Equal(("rate_limit_error", "enforced_spend_limit_reached"), (thrown.ErrorType, thrown.ErrorCode));
        Assert.Single(service.Requests);
    }

    private static string Compact(System.Text.Json.JsonElement value) =>
        System.Text.Json.JsonSerializer.Serialize(value);
}
