using FluentProfiles.Emulator;

namespace FluentProfiles.Tests.Docs.Readme;

// Tests of applications.
public sealed partial class ReadmeSamples
{
    #region application
    public static async Task<string[]> PaidButStoppedAsync(ProfileQuery<UserProfile> profiles) =>
        await profiles
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned && p.Metadata["plan"] != "free")
            .Select(p => p.Id)
            .ToArrayAsync();
    #endregion

    [Fact]
    public async Task FromItems_Runs()
    {
        #region from-items
        var profiles = ProfileQuery.FromItems([
            new()
            {
                Id = "uprof_1",
                EnforcementStatus = EnforcementStatus.Banned,
                Metadata = new() { ["plan"] = "pro" },
            },
            new()
            {
                Id = "uprof_2",
                EnforcementStatus = EnforcementStatus.Banned,
                Metadata = new() { ["plan"] = "free" },
            },
        ]);

        Assert.Equal(["uprof_1"], await PaidButStoppedAsync(profiles));
        #endregion
    }

    [Fact]
    public async Task Emulator_Runs()
    {
        #region emulator
        await using var service = await ProfileEmulator.StartAsync(new() { Count = 250, Seed = 7 });
        using var client = new ProfilesClient(new() { BaseUrl = service.BaseUrl, ApiKey = "any-key" });

        Assert.Equal(250, await client.Query().CountAsync());
        Assert.Equal(3, service.Requests.Count);

        service.Intercept = _ => EmulatorResponse.Error(403, "permission_error", "Not with this key");
        await Assert.ThrowsAsync<ProfilesPermissionException>(() => client.Query().AnyAsync().AsTask());
        #endregion
    }
}
