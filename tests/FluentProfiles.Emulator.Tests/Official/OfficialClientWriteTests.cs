using Anthropic;
using Anthropic.Exceptions;
using Anthropic.Models.Beta.UserProfiles;
using Beta = Anthropic.Models.Beta.UserProfiles;
using Current = Anthropic.Models.UserProfiles;

namespace FluentProfiles.Emulator.Tests.Official;

/// <summary>What this library writes, the official SDK reads back, and the other way round, in every revision.</summary>
public sealed class OfficialClientWriteTests
{
    private static readonly DateTimeOffset Onboarded = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task OursOfTheCurrentRevision_IsReadByTheSdk()
    {
        await using var service = await Service.HoldingAsync();
        using var ours = OursOf(service);
        var theirs = OfficialClientTests.ClientOf(service).UserProfiles;

        var created = await ours.CreateAsync(
            new()
            {
                Name = "Ada \"Łódź\" 🎈",
                Metadata = new() { ["plan"] = "pro", ["seat"] = "4" },
                AccessType = AccessType.Passthrough,
                ExternalUserDetails = new()
                {
                    AccountStatus = AccountStatus.Active,
                    Country = "PL",
                    EmailHash = "e",
                    EntityType = EntityType.NonProfit,
                    NameHash = "n",
                    OnboardedAt = Onboarded,
                    ReferenceId = "r-1",
                },
            }
        );
        var read = await theirs.Retrieve(created.Id);

        read.Validate();
        Assert.Equal("Ada \"Łódź\" 🎈", read.Name);
        Assert.Equal(Current.UserProfileAccessType.Passthrough, read.AccessType.Value());
        Assert.Equal(["plan=pro", "seat=4"], read.Metadata.Select(pair => $"{pair.Key}={pair.Value}").Order());
        Assert.Equal(
            Current.UserProfileExternalUserAccountStatus.Active,
            read.ExternalUserDetails.AccountStatus!.Value()
        );
        Assert.Equal(Current.UserProfileExternalUserEntityType.NonProfit, read.ExternalUserDetails.EntityType!.Value());
        Assert.Equal(
            ("PL", "e", "n", "r-1", (DateTimeOffset?)Onboarded),
            (
                read.ExternalUserDetails.Country,
                read.ExternalUserDetails.EmailHash,
                read.ExternalUserDetails.NameHash,
                read.ExternalUserDetails.ReferenceID,
                read.ExternalUserDetails.OnboardedAt
            )
        );
        await ours.UpdateAsync(
            created.Id,
            new()
            {
                Name = Change.Clear,
                Metadata = new() { ["seat"] = Change.Clear },
            }
        );
        read = await theirs.Retrieve(created.Id);
        Assert.Null(read.Name);
        Assert.Equal("plan", read.Metadata.Single().Key);
        await ours.DeleteAsync(created.Id);
        await Assert.ThrowsAsync<AnthropicNotFoundException>(() => theirs.Retrieve(created.Id));
    }

    [Fact]
    public async Task TheSdksOfTheCurrentRevision_IsReadByOurs()
    {
        await using var service = await Service.HoldingAsync();
        using var ours = OursOf(service);
        var theirs = OfficialClientTests.ClientOf(service).UserProfiles;

        var created = await theirs.Create(
            new()
            {
                Name = "Ada",
                Metadata = new Dictionary<string, string> { ["plan"] = "pro" },
                AccessType = Current.UserProfileAccessType.Passthrough,
                ExternalUserDetails = new()
                {
                    Country = "PL",
                    ReferenceID = "r-1",
                    OnboardedAt = Onboarded,
                },
            }
        );
        var read = await ours.GetAsync(created.ID);

        Assert.Equal(("Ada", "pro", AccessType.Passthrough), (read.Name, read.Metadata["plan"], read.AccessType));
        Assert.Equal(
            ("PL", "r-1", (DateTimeOffset?)Onboarded),
            (
                read.ExternalUserDetails.Country,
                read.ExternalUserDetails.ReferenceId,
                read.ExternalUserDetails.OnboardedAt
            )
        );
        await theirs.Delete(created.ID);
        await Assert.ThrowsAsync<ProfilesNotFoundException>(() => ours.GetAsync(created.ID));
    }

    [Theory]
    [InlineData(Samples.V1)]
    [InlineData(Samples.V2)]
    [InlineData(Samples.V3)]
    public async Task OursOfAnOlderRevision_IsReadByTheSdk(string beta)
    {
        await using var service = await Service.HoldingAsync();
        using var ours = OursOf(service, beta);
        var theirs = TheirsOf(service, beta);

        var created = await ours.CreateAsync(ProfileOf(beta));
        var read = await theirs.Retrieve(created.Id);

        Assert.Equal(("Ada", "pro"), (read.Name, read.Metadata["plan"]));
        AssertWritten(beta, read);
        await ours.UpdateAsync(
            created.Id,
            new()
            {
                Name = "Bea",
                Metadata = new() { ["plan"] = Change.Clear },
            }
        );
        read = await theirs.Retrieve(created.Id);
        Assert.Equal(("Bea", 0), (read.Name, read.Metadata.Count));
        AssertWritten(beta, read);
        await ours.DeleteAsync(created.Id);
        await Assert.ThrowsAsync<AnthropicNotFoundException>(() => theirs.Retrieve(created.Id));
    }

    [Theory]
    [InlineData(Samples.V1)]
    [InlineData(Samples.V2)]
    [InlineData(Samples.V3)]
    public async Task TheSdksOfAnOlderRevision_IsReadByOurs(string beta)
    {
        await using var service = await Service.HoldingAsync();
        using var ours = OursOf(service, beta);
        var theirs = TheirsOf(service, beta);

        var created = await theirs.Create(
            beta == Samples.V3
                ? new()
                {
                    Name = "Ada",
                    ExternalUserDetails = new() { ReferenceID = "r-1" },
                }
                : new() { Name = "Ada", ExternalID = "r-1" }
        );
        var read = await ours.GetAsync(created.ID);

        Assert.Equal("Ada", read.Name);
        Assert.Equal("r-1", beta == Samples.V3 ? read.ExternalUserDetails.ReferenceId : read.ExternalId);
        await theirs.Update(created.ID, new() { Name = "Bea" });
        Assert.Equal("Bea", (await ours.GetAsync(created.ID)).Name);
    }

    [Theory]
    [InlineData(Samples.V1)]
    [InlineData(Samples.V2)]
    [InlineData(Samples.V3)]
    [InlineData(null)]
    public async Task BulkUpdate_IsReadByTheSdk(string? beta)
    {
        await using var service = await Service.StartAsync(new() { Count = 130 });
        using var ours = OursOf(service, beta);

        var report = await ours.Query()
            .ExecuteUpdateAsync(
                c => c.SetName(p => "n " + p.Id).SetMetadata("tier", "gold"),
                new() { AllowAll = true }
            );

        Assert.Equal((130, 130), (report.Found, report.Written));
        var theirs = OfficialClientTests.ClientOf(service).UserProfiles;
        List<Current.UserProfile> read = [];
        for (var page = await theirs.List(new() { Limit = 100 }); ; page = await page.Next())
        {
            read.AddRange(page.Items);
            if (!page.HasNext())
                break;
        }
        Assert.Equal(130, read.Count);
        Assert.All(read, profile => Assert.Equal("n " + profile.ID, profile.Name));
        Assert.All(read, profile => Assert.Equal("gold", profile.Metadata["tier"]));
    }

    private static NewProfile ProfileOf(string beta)
    {
        NewProfile profile = new()
        {
            Name = "Ada",
            Metadata = new() { ["plan"] = "pro" },
        };
        if (beta == Samples.V1)
            profile.Relationship = Relationship.Resold;
        else
            profile.AccessType = AccessType.Passthrough;
        if (beta == Samples.V3)
            profile.ExternalUserDetails = new() { ReferenceId = "r-1", OnboardedAt = Onboarded };
        else
            profile.ExternalId = "r-1";
        if (beta == Samples.V2)
            profile.ExternalUserOnboardedAt = Onboarded;
        return profile;
    }

    // The SDK has no member for the relationship, which it keeps as raw JSON.
    private static void AssertWritten(string beta, BetaUserProfile read)
    {
        if (beta == Samples.V1)
            Assert.Equal("resold", read.RawData["relationship"].GetString());
        else
            Assert.Equal(Beta.BetaUserProfileAccessType.Passthrough, read.AccessType!.Value());
        Assert.Equal("r-1", beta == Samples.V3 ? read.ExternalUserDetails!.ReferenceID : read.ExternalID);
        if (beta == Samples.V2)
            Assert.Equal(Onboarded, read.ExternalUserOnboardedAt);
        if (beta == Samples.V3)
            Assert.Equal(Onboarded, read.ExternalUserDetails!.OnboardedAt);
    }

    private static ProfilesClient OursOf(Service service, string? beta = null) =>
        new(
            new()
            {
                BaseUrl = service.Emulator.BaseUrl,
                ApiKey = "key",
                Betas = beta is null ? [] : [beta],
            }
        );

    private static Anthropic.Services.Beta.IUserProfileService TheirsOf(Service service, string beta)
    {
        AnthropicClient client = new()
        {
            BaseUrl = service.Emulator.BaseUrl,
            ApiKey = "key",
            MaxRetries = 0,
            HttpClient = new HttpClient(new ShapeHandler(beta)),
        };
        return client.Beta.UserProfiles;
    }
}
