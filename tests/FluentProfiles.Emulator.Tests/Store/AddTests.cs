namespace FluentProfiles.Emulator.Tests.Store;

public sealed class AddTests
{
    [Fact]
    public void ProfileWithoutATime_HasThePresentTime()
    {
        var emulator = ProfileEmulator.Create(new() { Count = 3 });
        var before = TimeProvider.System.GetUtcNow();

        var added = emulator.Add(new() { Name = "Ada" });

        Assert.InRange(added.CreatedAt, before, TimeProvider.System.GetUtcNow());
        Assert.Equal(added.Id, emulator.Profiles[0].Id);
    }

    [Fact]
    public void ProfileWithATime_KeepsIt()
    {
        var emulator = ProfileEmulator.Create(new() { Count = 0 });
        DateTimeOffset time = new(2020, 2, 29, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(time, emulator.Add(new() { Id = "uprof_1", CreatedAt = time }).CreatedAt);
    }

    /// <summary>Another emulator makes its ids in the same way.</summary>
    [Fact]
    public async Task ProfilesOfAnotherEmulator_LeaveTheirIdsOut()
    {
        var other = ProfileEmulator.Create(new() { Count = 2 });
        var ids = other.Profiles.Select(profile => profile.Id).ToList();
        for (var i = 0; i < 4; i++)
            ids.Add(other.Add(new() { Name = "Ada" }).Id);
        other.Remove(ids[0]);
        other.Remove(ids[2]);
        var emulator = ProfileEmulator.Create(new() { Profiles = other.Profiles });
        using var client = new ProfilesClient(
            new() { ApiKey = "any-key", BaseUrl = emulator.BaseUrl },
            new HttpClient(emulator.CreateHandler())
        );

        for (var i = 0; i < 4; i++)
            ids.Add((await client.CreateAsync(new() { Name = "Bea" })).Id);

        Assert.Equal(10, ids.Distinct().Count());
        Assert.Equal(8, await client.Query().CountAsync());
        Assert.Equal(4, await client.Query().CountAsync(p => p.Name == "Bea"));
    }

    [Fact]
    public void IdOfADeletedProfile_CanBeAddedAgain()
    {
        var emulator = ProfileEmulator.Create(new() { Count = 0 });
        var added = emulator.Add(new() { Name = "Ada" });
        emulator.Remove(added.Id);

        emulator.Add(new() { Id = added.Id, Name = "Bea" });

        Assert.Equal("Bea", Assert.Single(emulator.Profiles).Name);
        Assert.Throws<ArgumentException>(() => emulator.Add(new() { Id = added.Id }));
        Assert.NotEqual(added.Id, emulator.Add(new()).Id);
    }
}
