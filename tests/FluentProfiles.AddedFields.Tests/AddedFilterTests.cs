namespace FluentProfiles.AddedFields.Tests;

/// <summary>An extensible enum marked as filterable, and nothing else, is a filter everywhere.</summary>
public sealed class AddedFilterTests
{
    [Fact]
    public async Task Equality_IsSentAndFilteredByTheEmulator()
    {
        var profiles = AddedService.Profiles(25);
        await using var service = await AddedService.StartAsync(profiles);

        var ids = await service.Query().Where(p => p.SupportTier == SupportTier.Gold).Select(p => p.Id).ToListAsync();

        Assert.Equal(
            profiles
                .Where(p => p.SupportTier == SupportTier.Gold)
                .Select(p => p.Id)
                .OrderDescending(StringComparer.Ordinal),
            ids
        );
        Assert.Equal(["/v1/user_profiles?limit=100&support_tier[]=gold"], service.Requests);
    }

    [Fact]
    public async Task TwoFilters_AreIntersected()
    {
        var profiles = AddedService.Profiles(40);
        await using var service = await AddedService.StartAsync(profiles);
        SupportTier[] tiers = [SupportTier.Basic, SupportTier.Gold];

        var query = service
            .Query()
            .Where(p => tiers.Contains(p.SupportTier))
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned);

        Assert.Equal(10, await query.CountAsync());
        Assert.Equal(10, (await query.ToListAsync()).Count);
        Assert.Empty(query.Explain().OnClient);
        Assert.All(
            service.Requests,
            request =>
                Assert.Equal(
                    "/v1/user_profiles?limit=100&support_tier[]=basic&support_tier[]=gold&enforcement_status[]=banned",
                    request
                )
        );
    }

    [Fact]
    public async Task EitherOfTwoFilters_StaysOnTheClient()
    {
        var profiles = AddedService.Profiles(40);
        await using var service = await AddedService.StartAsync(profiles);

        var count = await service
            .Query()
            .CountAsync(p => p.SupportTier == SupportTier.Gold || p.EnforcementStatus == EnforcementStatus.Banned);

        Assert.Equal(30, count);
        Assert.Equal(["/v1/user_profiles?limit=100"], service.Requests);
    }

    [Fact]
    public async Task Contradiction_SendsNothing()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(4));

        var any = await service
            .Query()
            .Where(p => p.SupportTier == SupportTier.Gold)
            .AnyAsync(p => p.SupportTier.ToString() == "basic");

        Assert.False(any);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task ShapeWithoutTheField_RejectsTheFilter()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(4));
        var query = service
            .Query()
            .Where(p => p.SupportTier == SupportTier.Gold)
            .WithBeta(AnthropicBeta.UserProfiles2026_09_04);

        var refused = await Assert.ThrowsAsync<ProfilesConfigurationException>(() => query.ToListAsync().AsTask());

        Assert.Contains("filters by SupportTier", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownValue_IsExplained()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(4));

        var refused = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(() =>
            service.Query().Where(p => p.SupportTier == "golf").ToListAsync().AsTask()
        );

        Assert.Contains("`golf` is not a valid support tier", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the nearest known value is \"gold\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LookUps_AreFilteredHere()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(8));
        string[] ids = ["uprof_0001", "uprof_0002", "uprof_0005"];
        var query = service.Query().Where(p => ids.Contains(p.Id) && p.SupportTier == SupportTier.Gold);

        Assert.Equal(["uprof_0005", "uprof_0001"], await query.Select(p => p.Id).ToListAsync());
        Assert.Equal(["Where(p => [gold].Contains(p.SupportTier))"], query.Explain().OnClient);
    }

    [Fact]
    public async Task ValuesInMemory_AreFilteredAsTheServiceDoes()
    {
        var profiles = AddedService.Profiles(40);

        var count = await ProfileQuery.FromItems(profiles).CountAsync(p => p.SupportTier == SupportTier.Silver);

        Assert.Equal(10, count);
    }

    [Fact]
    public async Task NegatedAndOtherConditions_RunOnNodes()
    {
        var profiles = AddedService.Profiles(40);
        await using var service = await AddedService.StartAsync(profiles);

        Assert.Equal(30, await service.Query().CountAsync(p => p.SupportTier != SupportTier.Gold));
        Assert.Equal(30, await service.Query().CountAsync(p => p.SupportTier.IsKnown));
        Assert.Equal(20, await service.Query().CountAsync(p => p.Rank >= 10));
    }
}
