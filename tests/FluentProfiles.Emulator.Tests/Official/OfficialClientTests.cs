using Anthropic;
using Anthropic.Exceptions;
using Anthropic.Models.UserProfiles;
using Anthropic.Models.UserProfiles.ActionUrls;

namespace FluentProfiles.Emulator.Tests.Official;

/// <summary>The official SDK, by its generally available client: where it can't use the emulator, the emulator is wrong.</summary>
public sealed class OfficialClientTests
{
    [Fact]
    public async Task List_GivesProfilesOfThisShape()
    {
        await using var service = await Service.HoldingAsync(Samples.Full);
        var page = await ClientOf(service).UserProfiles.List();
        page.Validate();
        Assert.False(page.HasNext());
        var profile = page.Items.Single();
        Assert.Equal("uprof_1", profile.ID);
        Assert.Equal(Samples.Full.Name, profile.Name);
        Assert.Equal(UserProfileAccessType.Passthrough, profile.AccessType.Value());
        Assert.Equal("user-17", profile.ExternalUserDetails.ReferenceID);
        Assert.Equal(Samples.Full.CreatedAt, profile.CreatedAt);
        Assert.Equal(UserProfileProgramStatus.Active, profile.Programs.Cyber!.Status.Value());
        Assert.Empty(profile.Programs.Cyber.Tiers);
        Assert.Null(profile.Programs.Efs);
    }

    [Fact]
    public async Task AutomaticPaging_ReadsEveryProfileInOrder()
    {
        await using var service = await Service.StartAsync(new() { Count = 230 });
        UserProfileListParams parameters = new()
        {
            Limit = 50,
            OrderBy = UserProfileListOrderBy.CreatedAt,
            Order = UserProfileListOrder.Asc,
        };
        var ids = await IdsAsync(await ClientOf(service).UserProfiles.List(parameters));
        Assert.Equal(service.Emulator.Profiles.Reverse().Select(profile => profile.Id), ids);
        Assert.Equal(5, service.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Filter_ReadsThroughShortAndEmptyPages()
    {
        await using var service = await Service.StartAsync(new() { Count = 2_000, ExaminedPerPage = 40 });
        UserProfileListParams parameters = new()
        {
            EnforcementStatus = [UserProfileEnforcementStatus.Banned, UserProfileEnforcementStatus.Pending],
        };
        var ids = await IdsAsync(await ClientOf(service).UserProfiles.List(parameters));
        var expected = service.Emulator.Profiles.Where(profile =>
            profile.EnforcementStatus == EnforcementStatus.Banned
            || profile.EnforcementStatus == EnforcementStatus.Pending
        );
        Assert.Equal(expected.Select(profile => profile.Id), ids);
        Assert.Contains(
            "enforcement_status%5B%5D=banned&enforcement_status%5B%5D=pending",
            service.Emulator.Requests[0].PathAndQuery,
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Fact]
    public async Task Get_ReportsTiersAndEfs()
    {
        await using var service = await Service.HoldingAsync(Samples.Full);
        var profile = await ClientOf(service).UserProfiles.Retrieve("uprof_1");
        Assert.Equal(Status.Active, profile.Programs.Cyber!.Tiers["a"].Status.Value());
        Assert.Equal(UserProfileProgramStatus.Pending, profile.Programs.Efs!.Status.Value());
        Assert.Equal(UserProfileEfsFeatureStatus.Inactive, profile.Programs.Efs.Features["cmek"].Status.Value());
    }

    [Fact]
    public async Task LifetimeOfAProfile_GoesThrough()
    {
        await using var service = await Service.StartAsync();
        var profiles = ClientOf(service).UserProfiles;
        var created = await profiles.Create(
            new()
            {
                Name = "Ada",
                Metadata = new Dictionary<string, string> { ["plan"] = "pro" },
                ExternalUserDetails = new() { Country = "PL", ReferenceID = "r-1" },
            }
        );
        created.Validate();
        Assert.Equal("r-1", created.ExternalUserDetails.ReferenceID);
        var updated = await profiles.Update(
            created.ID,
            new()
            {
                Metadata = new Dictionary<string, string> { ["plan"] = "", ["seat"] = "4" },
                AccessType = UserProfileAccessType.Passthrough,
            }
        );
        Assert.Equal("4", updated.Metadata.Single().Value);
        Assert.Equal("Ada", updated.Name);
        Assert.Equal(UserProfileAccessType.Passthrough, updated.AccessType.Value());
        var url = await profiles.ActionUrls.Create(created.ID, new() { Action = new UserProfileEnrollEndUserAction() });
        url.Validate();
        Assert.Equal(created.ID, (await profiles.Delete(created.ID)).ID);
        await Assert.ThrowsAsync<AnthropicNotFoundException>(() => profiles.Retrieve(created.ID));
    }

    [Fact]
    public async Task EveryGeneratedProfile_IsValid()
    {
        await using var service = await Service.StartAsync(new() { Count = 1_000 });
        var client = ClientOf(service);
        for (var page = await client.UserProfiles.List(new() { Limit = 100 }); ; page = await page.Next())
        {
            page.Validate();
            if (!page.HasNext())
                break;
        }
        foreach (var profile in service.Emulator.Profiles.Where(profile => profile.Programs.Efs is not null))
            (await client.UserProfiles.Retrieve(profile.Id)).Validate();
    }

    [Fact]
    public async Task Errors_AreReadAsWhatTheyAre()
    {
        await using var service = await Service.StartAsync(new() { Count = 10, ApiKey = "other" });
        var failure = await Assert.ThrowsAsync<AnthropicUnauthorizedException>(() =>
            ClientOf(service).UserProfiles.List()
        );
        Assert.Equal(Anthropic.Models.ErrorType.AuthenticationError, failure.Type!.Value());
        Assert.StartsWith("req_", failure.RequestID, StringComparison.Ordinal);
        var client = ClientOf(service, "other");
        await Assert.ThrowsAsync<AnthropicBadRequestException>(() => client.UserProfiles.List(new() { Limit = 101 }));
        service.Emulator.Intercept = _ => EmulatorResponse.Error(529, "overloaded_error", "busy");
        await Assert.ThrowsAsync<AnthropicOverloadedException>(() => client.UserProfiles.List());
    }

    internal static AnthropicClient ClientOf(Service service, string key = "key") =>
        new()
        {
            BaseUrl = service.Emulator.BaseUrl,
            ApiKey = key,
            MaxRetries = 0,
        };

    private static async Task<List<string>> IdsAsync(UserProfileListPage page)
    {
        List<string> ids = [.. page.Items.Select(profile => profile.ID)];
        while (page.HasNext())
        {
            page = await page.Next();
            ids.AddRange(page.Items.Select(profile => profile.ID));
        }
        return ids;
    }
}
