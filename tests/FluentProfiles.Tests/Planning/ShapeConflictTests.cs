namespace FluentProfiles.Tests.Planning;

public sealed class ShapeConflictTests
{
    [Fact]
    public async Task TwoShapesInOneQuery_Throw()
    {
        await using var service = await TestService.StartAsync(3);
        var query = service
            .Query()
            .WithBeta(AnthropicBeta.UserProfiles2026_03_24)
            .WithBeta(AnthropicBeta.UserProfiles2026_09_04);

        var ofExplain = Assert.Throws<ProfilesConfigurationException>(() => query.Explain());
        var ofRun = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () => await query.ToListAsync());

        Assert.Equal(ofExplain.Message, ofRun.Message);
        Assert.Contains("user-profiles-2026-03-24", ofRun.Message, StringComparison.Ordinal);
        Assert.Contains("user-profiles-2026-09-04", ofRun.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("user-profiles-2026-03-24")]
    [InlineData("user-profiles-2026-08-18")]
    [InlineData("user-profiles-2026-09-04")]
    public async Task EnforcementFilterUnderALegacyShape_Throws(string beta)
    {
        await using var service = await TestService.StartAsync(3);
        var query = service.Query().WithBeta(beta).Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

        var ofExplain = Assert.Throws<ProfilesConfigurationException>(() => query.Explain());
        var ofRun = await Assert.ThrowsAsync<ProfilesConfigurationException>(async () => await query.CountAsync());

        Assert.Equal(ofExplain.Message, ofRun.Message);
        Assert.Equal(
            $"The query filters by EnforcementStatus, which the shape of the beta in force ({beta}) rejects. "
                + "Drop the user-profiles beta, or the filter.",
            ofRun.Message
        );
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task EnforcementFilterUnderTheBillingBeta_IsSent()
    {
        await using var service = await TestService.StartAsync(8);

        var count = await service
            .Query()
            .WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01)
            .CountAsync(p => p.EnforcementStatus == "banned");

        Assert.Equal(2, count);
        Assert.Equal(["GET /v1/user_profiles?limit=100&enforcement_status%5B%5D=banned"], service.Requests);
    }

    [Fact]
    public void TwoShapesOfAClient_Throw() =>
        Assert.Throws<ProfilesConfigurationException>(() =>
            new ProfilesClient(
                new()
                {
                    ApiKey = TestService.Key,
                    Betas = { AnthropicBeta.UserProfiles2026_03_24, AnthropicBeta.UserProfiles2026_08_18 },
                }
            )
        );
}
