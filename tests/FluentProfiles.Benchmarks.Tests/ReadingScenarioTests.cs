using FluentProfiles.Benchmarks.Scenarios;
using FluentProfiles.Benchmarks.Service;
using FluentProfiles.Emulator;

namespace FluentProfiles.Benchmarks.Tests;

/// <summary>What the benchmarks compare gives the same results, and the right ones: those of LINQ over the emulator's
/// profiles.</summary>
public sealed class ReadingScenarioTests : IAsyncLifetime
{
    private readonly FullReadBenchmarks full = new() { Over = Link.Memory };
    private readonly ProjectionBenchmarks projection = new();
    private readonly FilterBenchmarks filter = new();
    private readonly CountBenchmarks count = new();
    private readonly ProfileEmulator oracle = ProfileEmulator.Create(new() { Count = ClientsUnderTest.Profiles });

    public async Task InitializeAsync()
    {
        foreach (ReadingBenchmarks scenario in new ReadingBenchmarks[] { full, projection, filter, count })
            await scenario.SetUpAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (ReadingBenchmarks scenario in new ReadingBenchmarks[] { full, projection, filter, count })
            scenario.CleanUp();
        await oracle.DisposeAsync();
    }

    [Fact]
    public async Task FullReadEveryReader_GivesEveryFieldAlike()
    {
        var profiles = await full.OursAsync();
        string[] ours = [.. profiles.Select(ProfileTexts.Of)];

        Assert.Equal(oracle.Profiles.Select(profile => profile.Id), profiles.Select(profile => profile.Id));
        Assert.Equal((await full.HandWrittenAsync()).Select(ProfileTexts.Of), ours);
        Assert.Equal((await full.FlurlAsync()).Select(ProfileTexts.Of), ours);
        Assert.Equal((await full.OursOverFlurlAsync()).Select(ProfileTexts.Of), ours);
        Assert.Equal((await full.SdkAsync()).Select(ProfileTexts.OfJson), ours);
    }

    [Fact]
    public async Task ProjectionEveryReader_GivesIdsAndNames()
    {
        IdAndName[] expected = [.. oracle.Profiles.Select(profile => new IdAndName(profile.Id, profile.Name))];

        Assert.Equal(expected, await projection.OursAsync());
        Assert.Equal(expected, await projection.HandWrittenAsync());
        Assert.Equal(expected, await projection.LeanAsync());
        Assert.Equal(expected, await projection.SdkAsync());
    }

    [Fact]
    public async Task FilterEveryReader_GivesTheSameProfilesWhole()
    {
        var profiles = await filter.OursAsync();

        Assert.Equal(
            oracle
                .Profiles.Where(p => p.Metadata["plan"] == "enterprise" && p.Metadata["region"] == "latam")
                .Select(p => p.Id),
            profiles.Select(profile => profile.Id)
        );
        Assert.InRange(profiles.Count, 100, 200);
        string[] ours = [.. profiles.Select(ProfileTexts.Of)];
        Assert.Equal((await filter.HandWrittenAsync()).Select(ProfileTexts.Of), ours);
        Assert.Equal((await filter.SdkAsync()).Select(ProfileTexts.OfJson), ours);
    }

    [Fact]
    public async Task CountEveryReader_GivesTheNumberOfProfiles()
    {
        Assert.Equal(ClientsUnderTest.Profiles, await count.OursAsync());
        Assert.Equal(ClientsUnderTest.Profiles, await count.HandWrittenAsync());
        Assert.Equal(ClientsUnderTest.Profiles, await count.LeanAsync());
        Assert.Equal(ClientsUnderTest.Profiles, await count.SdkAsync());
    }
}
