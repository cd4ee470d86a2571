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
}
