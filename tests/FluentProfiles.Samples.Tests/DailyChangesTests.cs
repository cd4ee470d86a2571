using DailyChanges;
using FluentProfiles.Emulator;

namespace FluentProfiles.Samples.Tests;

public sealed class DailyChangesTests
{
    [Fact]
    public async Task Day_IsReported()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 300 });
        using var client = EmulatedClient.Of(emulator);
        var (gone, banned, renamed) = (emulator.Profiles[0], emulator.Profiles[1], emulator.Profiles[2]);

        var before = await Snapshot.TakeAsync(client.Query());
        EmulatedDay.Pass(emulator);
        var now = await Snapshot.TakeAsync(client.Query());

        var added = emulator.Profiles.Single(p => p.Name == "Newcomer & Sons");
        var expected = $"""
            New: 1
              {added.Id} Newcomer & Sons
            Gone: 1
              {gone.Id} {gone.Name ?? "(no name)"}
            Another status: 1
              {banned.Id} {banned.Name ?? "(no name)"}: {banned.EnforcementStatus} -> banned
            Otherwise changed: 1
              {renamed.Id} Renamed Ltd.

            """;
        Assert.Equal(expected.ReplaceLineEndings(), Report.Of(before, now));
    }

    [Fact]
    public async Task Snapshot_IsReadBackAsItWas()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 3 });
        using var client = EmulatedClient.Of(emulator);
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.snapshot");
        try
        {
            Assert.Null(await Snapshot.ReadAsync(path));
            var taken = await Snapshot.TakeAsync(client.Query());
            await taken.SaveAsync(path);

            Assert.Equal(taken.Rows, (await Snapshot.ReadAsync(path))!.Rows);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
