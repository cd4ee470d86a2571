using Anthropic.Exceptions;
using Anthropic.Models.Beta.UserProfiles;
using Anthropic.Models.Beta.UserProfiles.ActionUrls;

namespace FluentProfiles.Emulator.Tests.Official;

/// <summary>The official SDK's beta client. It names 2026-08-18 by itself in every request.</summary>
public sealed class OfficialBetaClientTests
{
    [Fact]
    public async Task List_GivesProfilesOfTheShapeItNames()
    {
        await using var service = await Service.HoldingAsync(Samples.Full);
        var page = await OfficialClientTests.ClientOf(service).Beta.UserProfiles.List();
        page.Validate();
        var profile = page.Items.Single();
        Assert.Equal("user-17", profile.ExternalID);
        Assert.Equal(Samples.Full.ExternalUserOnboardedAt, profile.ExternalUserOnboardedAt);
        Assert.Equal(Status.Active, profile.TrustGrants["cyber"].Status.Value());
        Assert.Equal(BetaUserProfileAccessType.Passthrough, profile.AccessType!.Value());
        Assert.Equal(Samples.V2, service.Emulator.Requests.Single().Headers["anthropic-beta"]);
        Assert.Equal(Service.Path, service.Emulator.Requests.Single().PathAndQuery);
    }

    [Fact]
    public async Task AutomaticPaging_ReadsEveryProfile()
    {
        await using var service = await Service.StartAsync(new() { Count = 130 });
        var page = await OfficialClientTests
            .ClientOf(service)
            .Beta.UserProfiles.List(new() { Limit = 40, OrderBy = OrderBy.Name });
        List<string> ids = [.. page.Items.Select(profile => profile.ID)];
        while (page.HasNext())
        {
            page = await page.Next();
            ids.AddRange(page.Items.Select(profile => profile.ID));
        }
        Assert.Equal(130, ids.Distinct().Count());
    }

    [Fact]
    public async Task AnotherShape_IsRefusedBecauseTheClientNamesTwo()
    {
        await using var service = await Service.StartAsync();
        var profiles = OfficialClientTests.ClientOf(service).Beta.UserProfiles;
        await Assert.ThrowsAsync<AnthropicBadRequestException>(() => profiles.List(new() { Betas = [Samples.V1] }));
    }

    [Fact]
    public async Task LifetimeOfAProfile_GoesThrough()
    {
        await using var service = await Service.StartAsync();
        var profiles = OfficialClientTests.ClientOf(service).Beta.UserProfiles;
        var created = await profiles.Create(new() { Name = "Ada", ExternalID = "r-1" });
        created.Validate();
        Assert.Equal("r-1", (await profiles.Retrieve(created.ID)).ExternalID);
        var updated = await profiles.Update(created.ID, new() { ExternalID = "r-2" });
        Assert.Equal("r-2", updated.ExternalID);
        (await profiles.CreateEnrollmentUrl(created.ID)).Validate();
        (
            await profiles.ActionUrls.Create(created.ID, new() { Action = new BetaUserProfileEnrollEndUserAction() })
        ).Validate();
        Assert.Equal(created.ID, (await profiles.Delete(created.ID)).ID);
        await Assert.ThrowsAsync<AnthropicNotFoundException>(() => profiles.Retrieve(created.ID));
    }
}
