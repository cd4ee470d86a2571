using FluentProfiles.Emulator;
using FluentProfiles.Tests.Http;

namespace FluentProfiles.Tests;

[Collection(EnvironmentCollection.Name)]
public sealed class AmbientClientTests
{
    [Fact]
    public async Task NoneSet_IsMadeFromTheEnvironmentAtTheFirstRun()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 3 });
        using var environment = new EnvironmentScope();
        var query = Profiles.Query().Take(2);
        environment.Set("ANTHROPIC_API_KEY", "key-of-env");
        environment.Set("ANTHROPIC_BASE_URL", emulator.BaseUrl);

        Assert.Equal(2, (await query.ToListAsync()).Count);
        environment.Set("ANTHROPIC_BASE_URL", "http://127.0.0.1:9");
        Assert.Equal(2, (await query.ToListAsync()).Count);

        Assert.Equal(2, emulator.Requests.Count);
    }

    [Fact]
    public async Task Use_HoldsForRunsFromThenOn()
    {
        using var environment = new EnvironmentScope();
        await using var first = await TestService.StartAsync(3);
        await using var second = await TestService.StartAsync(5);
        var query = Profiles.Query();

        Profiles.Use(first.Client);
        Assert.Equal(3, await query.CountAsync());
        Profiles.Use(second.Client);
        Assert.Equal(5, await query.CountAsync());

        Assert.Single(first.Requests);
        Assert.Single(second.Requests);
    }

    [Fact]
    public async Task EnvironmentMended_IsReadAnew()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 3 });
        using var environment = new EnvironmentScope();
        environment.Set("ANTHROPIC_API_KEY", "key-of-env");
        environment.Set("ANTHROPIC_BASE_URL", "nowhere");
        await Assert.ThrowsAsync<ProfilesConfigurationException>(async () => await Profiles.Query().CountAsync());

        environment.Set("ANTHROPIC_BASE_URL", emulator.BaseUrl);

        Assert.Equal(3, await Profiles.Query().CountAsync());
    }
}
