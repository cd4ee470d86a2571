using System.Text;
using System.Text.Json;
using FluentProfiles.Emulator.Rendering;

namespace FluentProfiles.Emulator.Tests.Rendering;

/// <summary>What the library reads from the emulator is what the emulator holds, as far as the revision serves it.</summary>
public sealed class RoundTripTests
{
    [Theory]
    [InlineData(null, ApiRevision.Current)]
    [InlineData(Samples.V1, ApiRevision.V2026_03_24)]
    [InlineData(Samples.V2, ApiRevision.V2026_08_18)]
    [InlineData(Samples.V3, ApiRevision.V2026_09_04)]
    public async Task ListOfEachRevision_ComesBackWhole(string? beta, ApiRevision revision)
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 600 });
        using ProfilesClient client = new(new ProfilesClientOptions { BaseUrl = emulator.BaseUrl, ApiKey = "key" });
        var query = beta is null ? client.Query() : client.Query().WithBeta(beta);
        var read = await query.ToListAsync();
        ProfileView view = new(revision, Whole: false);
        Assert.Equal(
            emulator.Profiles.Select(profile => TextOf(profile, view)),
            read.Select(profile => TextOf(profile, view))
        );
    }

    private static string TextOf(UserProfile profile, ProfileView view)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
            ProfileWriter.Write(json, profile, view);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
