namespace FluentProfiles.Testing.Tests.Docs;

/// <summary>The code of the package's README.</summary>
public sealed class TestingPackageSamples
{
    #region testing-in-memory-package
    [Fact]
    public async Task Upgrade_ChangesThePlan()
    {
        InMemoryProfiles profiles = new([
            new()
            {
                Id = "uprof_1",
                Metadata = new() { ["plan"] = "trial" },
            },
        ]);

        await UpgradeAsync(profiles, "uprof_1");

        Assert.Equal("pro", (await profiles.GetAsync("uprof_1")).Metadata["plan"]);
        Assert.Equal(0, await profiles.Query().CountAsync(p => p.Metadata["plan"] == "trial"));
    }

    private static Task UpgradeAsync(IProfilesClient client, string id) =>
        client.UpdateAsync(id, new() { Metadata = new() { ["plan"] = "pro" } });
    #endregion
}
