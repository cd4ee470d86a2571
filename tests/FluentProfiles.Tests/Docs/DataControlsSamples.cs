using FluentProfiles.Emulator;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of docs/data-controls.md.</summary>
public sealed class DataControlsSamples : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private ProfileEmulator emulator = null!;
    private ProfilesClient client = null!;

    public async Task InitializeAsync()
    {
        emulator = await ProfileEmulator.StartAsync(new() { Profiles = TestProfiles.Many(1), TimeProvider = clock });
        client = new ProfilesClient(new() { BaseUrl = emulator.BaseUrl, ApiKey = TestService.Key });
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task Sample_ReadsAndUpdates()
    {
        var profileId = TestProfiles.IdOf(0);

        #region controls-update
        await client.DataControls.UpdateAsync(
            profileId,
            new()
            {
                Cmek = CmekChange.Enable().Set("us", "ekey_011CZkZTest0000000000001").Remove("eu"),
                Storage = StorageChange.Enable().Set("us", bucketName: "acme-us", projectNumber: "123456789012"),
            }
        );
        #endregion
        clock.Advance(TimeSpan.FromMinutes(1));
        List<string> lines = [];

        #region controls-read
        var controls = await client.DataControls.GetAsync(profileId);

        if (controls.Cmek is CmekEnabled cmek)
        {
            foreach (var (region, status) in cmek.Status)
                lines.Add($"{region}: {status.Type}, in force {status.EffectiveExternalKeyId ?? "none"}");
        }

        foreach (var check in (controls.Storage as StorageEnabled)?.Status["us"]?.FailedChecks ?? [])
            lines.Add($"{check.Check}: {check.Message}");
        #endregion

        Assert.Equal("us: active, in force ekey_011CZkZTest0000000000001", lines[0]);
        Assert.Equal(4, lines.Count);

        #region controls-disable
        await client.DataControls.UpdateAsync(profileId, new() { Storage = StorageChange.Disable() });
        #endregion

        Assert.IsType<StorageDisabled>((await client.DataControls.GetAsync(profileId)).Storage);
    }

    [Fact]
    public async Task Refusal_IsHandled()
    {
        var profileId = TestProfiles.IdOf(0);

        #region controls-refused
        try
        {
            await client.DataControls.UpdateAsync(
                profileId,
                new() { Cmek = CmekChange.Enable().Set("mars", "ekey_011CZkZTest0000000000001") }
            );
        }
        catch (ProfilesInvalidRequestException refusal) when (refusal.ErrorCode == "region_not_supported")
        {
            Console.WriteLine("This region is not offered.");
        }
        #endregion

        Assert.Equal(400, Assert.Single(emulator.Requests).Status);
    }
}
