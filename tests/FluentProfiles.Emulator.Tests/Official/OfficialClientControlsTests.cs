using Anthropic.Models.Beta;
using Anthropic.Models.Beta.UserProfiles.Providers.Google.DataControls;
using Anthropic.Services.Beta.UserProfiles.Providers.Google;
using Microsoft.Extensions.Time.Testing;

namespace FluentProfiles.Emulator.Tests.Official;

/// <summary>Data controls that this library writes, the official SDK reads, and the other way round.</summary>
public sealed class OfficialClientControlsTests
{
    private const string Id = "uprof_ada";

    private readonly FakeTimeProvider clock = new(new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Sdk_ReadsAndWrites()
    {
        await using var service = await StartAsync();
        var theirs = TheirsOf(service);

        (await theirs.Retrieve(Id)).Validate();
        var written = await theirs.Update(
            Id,
            new()
            {
                Cmek = new BetaGoogleManagedCmekEnabledParams
                {
                    ExternalKeyIds = new Dictionary<string, string?> { ["us"] = "ekey_1", ["eu"] = null },
                },
                Storage = new BetaGoogleManagedStorageEnabledParams
                {
                    Buckets = new Dictionary<string, BetaGoogleManagedBucketReference?>
                    {
                        ["eu"] = new() { BucketName = "acme-eu", ProjectNumber = "7" },
                        ["sg"] = null,
                    },
                },
            }
        );
        written.Validate();
        clock.Advance(TimeSpan.FromMinutes(1));
        var read = await theirs.Retrieve(Id);

        read.Validate();
        Assert.True(read.Cmek.TryPickEnabled(out var cmek));
        Assert.Equal("ekey_1", cmek.ExternalKeyIds["us"]);
        Assert.True(cmek.Status["us"].TryPickActive(out var active));
        Assert.Equal("ekey_1", active.EffectiveExternalKeyID);
        Assert.True(cmek.Status["eu"].TryPickNotConfigured(out _));
        Assert.True(read.Storage.TryPickEnabled(out var storage));
        Assert.Equal("acme-eu", storage.Buckets["eu"].BucketName);
        Assert.True(storage.Status["eu"].TryPickActive(out var bucket));
        Assert.Equal("7", bucket.EffectiveBucket!.ProjectNumber);
        Assert.All(
            service.Emulator.Requests,
            request =>
                Assert.Equal(
                    "user-profiles-2026-09-04,google-managed-data-controls-2026-09-01",
                    request.Headers["anthropic-beta"].Replace(" ", "", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public async Task Ours_IsReadByTheSdk()
    {
        await using var service = await StartAsync();
        using var ours = OursOf(service);

        await ours.DataControls.UpdateAsync(
            Id,
            new()
            {
                Cmek = CmekChange.Enable().Set("us", "ekey_1").Set("eu", "ekey_2"),
                Storage = StorageChange.Enable().Set("us", "acme-us", "7"),
            }
        );
        clock.Advance(TimeSpan.FromMinutes(1));
        await ours.DataControls.UpdateAsync(
            Id,
            new() { Cmek = CmekChange.Enable().Remove("us"), Storage = StorageChange.Disable() }
        );
        var read = await TheirsOf(service).Retrieve(Id);

        read.Validate();
        Assert.True(read.Cmek.TryPickEnabled(out var cmek));
        Assert.Equal(["eu"], cmek.ExternalKeyIds.Keys);
        Assert.Equal("ekey_1", Assert.Single(cmek.RetiredKeys).ExternalKeyID);
        Assert.True(read.Storage.TryPickDisabled(out var storage));
        Assert.Equal("acme-us", Assert.Single(storage.RetiredBuckets).BucketName);
    }

    [Fact]
    public async Task Theirs_IsReadByUs()
    {
        await using var service = await StartAsync();
        using var ours = OursOf(service);

        var theirs = await TheirsOf(service)
            .Update(
                Id,
                new()
                {
                    Storage = new BetaGoogleManagedStorageEnabledParams
                    {
                        Buckets = new Dictionary<string, BetaGoogleManagedBucketReference?>
                        {
                            ["global"] = new() { BucketName = "acme", ProjectNumber = "7" },
                        },
                    },
                }
            );
        var read = await ours.DataControls.GetAsync(Id);

        Assert.Equal(
            (theirs.BucketLabelValue, theirs.UpdatedAt, theirs.UserProfileID),
            (read.BucketLabelValue, read.UpdatedAt, read.UserProfileId)
        );
        Assert.IsType<CmekDisabled>(read.Cmek);
        var storage = Assert.IsType<StorageEnabled>(read.Storage);
        Assert.Equal("acme", storage.Buckets["global"]!.BucketName);
        Assert.Equal(RegionStatusType.Pending, storage.Status["global"]!.Type);
    }

    [Fact]
    public async Task Refusal_IsReadByBoth()
    {
        await using var service = await StartAsync();
        using var ours = OursOf(service);

        var theirs = await Assert.ThrowsAsync<AnthropicBetaRegionNotSupportedException>(() =>
            TheirsOf(service)
                .Update(
                    Id,
                    new()
                    {
                        Cmek = new BetaGoogleManagedCmekEnabledParams
                        {
                            ExternalKeyIds = new Dictionary<string, string?> { ["mars"] = "ekey_1" },
                        },
                    }
                )
        );
        var refusal = await Assert.ThrowsAsync<ProfilesInvalidRequestException>(() =>
            ours.DataControls.UpdateAsync(Id, new() { Cmek = CmekChange.Enable().Set("mars", "ekey_1") })
        );

        Assert.Equal("region_not_supported", theirs.ErrorCode);
        Assert.Equal("region_not_supported", refusal.ErrorCode);
    }

    private Task<Service> StartAsync() =>
        Service.StartAsync(new() { Profiles = [new() { Id = Id }], TimeProvider = clock });

    private static IDataControlService TheirsOf(Service service) =>
        OfficialClientTests.ClientOf(service).Beta.UserProfiles.Providers.Google.DataControls;

    private static ProfilesClient OursOf(Service service) =>
        new(new() { BaseUrl = service.Emulator.BaseUrl, ApiKey = "any-key" });
}
