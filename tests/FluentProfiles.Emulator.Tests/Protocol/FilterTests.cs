namespace FluentProfiles.Emulator.Tests.Protocol;

public sealed class FilterTests
{
    private const string Filter = "enforcement_status%5B%5D=";

    [Fact]
    public async Task Filter_GivesWhatMatchesAnyOfItsValues()
    {
        await using var service = await Service.StartAsync(new() { Count = 2_000 });
        var pages = await service.PagesAsync($"limit=100&{Filter}banned&enforcement_status[]=restricted");
        var expected = service
            .Emulator.Profiles.Where(profile =>
                profile.EnforcementStatus == EnforcementStatus.Banned
                || profile.EnforcementStatus == EnforcementStatus.Restricted
            )
            .Select(profile => profile.Id);
        Assert.Equal(expected, pages.SelectMany(page => page.Ids));
    }

    [Fact]
    public async Task ExaminationBounded_GivesShortAndEmptyPagesThatGoOn()
    {
        var profiles = Samples.Many(100, i => i is 3 or 4 or 88 ? EnforcementStatus.Banned : EnforcementStatus.Pending);
        await using var service = await Service.StartAsync(new() { Profiles = profiles, ExaminedPerPage = 20 });
        var pages = await service.PagesAsync($"{Filter}banned");
        Assert.Equal([1, 0, 0, 0, 2], pages.Select(page => page.Ids.Length));
        Assert.Equal(["uprof_0088", "uprof_0004", "uprof_0003"], pages.SelectMany(page => page.Ids));
    }

    [Fact]
    public async Task FullPageWithUnexaminedProfilesLeft_HasACursor()
    {
        var profiles = Samples.Many(10, i => i == 9 ? EnforcementStatus.Banned : EnforcementStatus.Pending);
        await using var service = await Service.HoldingAsync(profiles);
        var pages = await service.PagesAsync($"limit=1&{Filter}banned");
        Assert.Equal([1, 0], pages.Select(page => page.Ids.Length));
    }

    [Fact]
    public async Task SameFilterInAnotherOrder_IsTheSameFilter()
    {
        await using var service = await Service.StartAsync(new() { Count = 2_000 });
        var page = (await service.ListAsync($"limit=1&{Filter}banned&{Filter}pending")).NextPage;
        Assert.Equal(200, (await service.ListAsync($"{Filter}pending&{Filter}banned&page={page}")).Status);
        Assert.Equal(400, (await service.ListAsync($"{Filter}pending&page={page}")).Status);
    }
}
