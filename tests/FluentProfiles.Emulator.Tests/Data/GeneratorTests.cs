namespace FluentProfiles.Emulator.Tests.Data;

public sealed class GeneratorTests
{
    private static readonly IReadOnlyList<UserProfile> Profiles = ProfileEmulator.Create().Profiles;

    [Fact]
    public async Task SameSeed_GivesTheSameProfiles()
    {
        await using var service = await Service.StartAsync(new() { Count = 150, Seed = 7 });
        await using var again = await Service.StartAsync(new() { Count = 150, Seed = 7 });
        await using var other = await Service.StartAsync(new() { Count = 150, Seed = 8 });
        var text = (await service.ListAsync("limit=100")).Body.GetRawText();
        Assert.Equal(text, (await again.ListAsync("limit=100")).Body.GetRawText());
        Assert.NotEqual(text, (await other.ListAsync("limit=100")).Body.GetRawText());
    }

    [Fact]
    public void Profiles_AreTenThousandWithIdsOfTheirOwn()
    {
        Assert.Equal(10_000, Profiles.Count);
        Assert.Equal(10_000, Profiles.Select(profile => profile.Id).Distinct().Count());
        Assert.All(Profiles, profile => Assert.Matches("^uprof_01[1-9A-Za-z]{22}$", profile.Id));
    }

    [Fact]
    public void Statuses_AreSpreadAsStatedAndHaveTheirActions()
    {
        Assert.InRange(Share(EnforcementStatus.Unrestricted), 0.88, 0.92);
        Assert.InRange(Share(EnforcementStatus.Restricted), 0.04, 0.06);
        Assert.InRange(Share(EnforcementStatus.Pending), 0.02, 0.04);
        Assert.InRange(Share(EnforcementStatus.Banned), 0.01, 0.03);
        Assert.All(Profiles, HasActionsOfItsStatus);
    }

    [Fact]
    public void Fields_AreFilledInEveryRevisionAndAgree() =>
        Assert.All(
            Profiles,
            profile =>
            {
                Assert.Equal(profile.ExternalUserDetails.ReferenceId, profile.ExternalId);
                Assert.Equal(profile.ExternalUserDetails.OnboardedAt, profile.ExternalUserOnboardedAt);
                Assert.True(profile.Relationship.IsKnown);
                Assert.Equal(profile.Relationship == Relationship.Resold, profile.AccessType == AccessType.Passthrough);
                Assert.True(profile.Relationship != Relationship.Resold || profile.Name is not null);
                Assert.True(profile.UpdatedAt >= profile.CreatedAt);
                Assert.Equal(0, profile.CreatedAt.Ticks % TimeSpan.TicksPerMicrosecond);
            }
        );

    [Fact]
    public void Names_HaveNullsMixedCaseAndMoreThanAscii()
    {
        Assert.InRange(Profiles.Count(profile => profile.Name is null), 200, 800);
        Assert.Contains(
            Profiles,
            profile => profile.Name is { } name && name.Any(char.IsAsciiLetterUpper) && name == name.ToUpperInvariant()
        );
        Assert.Contains(Profiles, profile => profile.Name is { } name && name == name.ToLowerInvariant());
        Assert.Contains(Profiles, profile => profile.Name is { } name && !System.Text.Ascii.IsValid(name));
    }

    [Fact]
    public void Moments_HaveAFewTies()
    {
        var distinct = Profiles.Select(profile => profile.CreatedAt).Distinct().Count();
        Assert.InRange(Profiles.Count - distinct, 10, 200);
    }

    [Fact]
    public async Task EveryProfile_IsFoundByItsId()
    {
        await using var service = await Service.StartAsync(new() { Count = 200, Seed = -3 });
        foreach (var profile in service.Emulator.Profiles)
            Assert.Equal(profile.Id, (await service.GetAsync(profile.Id)).Body.GetProperty("id").GetString());
    }

    [Fact]
    public async Task RenderedProfile_HasAboutSevenHundredBytes()
    {
        await using var service = await Service.StartAsync(new() { Count = 1_000 });
        var sizes = (await service.PagesAsync("limit=100"))
            .SelectMany(page => page.Data)
            .Select(item => item.GetRawText().Length);
        Assert.InRange(sizes.Average(), 620, 780);
    }

    private static double Share(EnforcementStatus status) =>
        Profiles.Count(profile => profile.EnforcementStatus == status) / (double)Profiles.Count;

    private static void HasActionsOfItsStatus(UserProfile profile)
    {
        var unrestricted = profile.EnforcementStatus == EnforcementStatus.Unrestricted;
        Assert.Equal(unrestricted, profile.EnforcementActions.Count == 0);
        var banned = profile.EnforcementActions.Any(action => action.Type == EnforcementActionType.Ban);
        Assert.Equal(profile.EnforcementStatus == EnforcementStatus.Banned, banned);
    }
}
