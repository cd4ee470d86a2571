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
        var folder = Directory.CreateTempSubdirectory("fp-changes-").FullName;
        var (gone, banned, renamed) = (emulator.Profiles[0], emulator.Profiles[1], emulator.Profiles[2]);
        try
        {
            await using var mirror = await ProfileMirror.OpenAsync(
                client,
                Path.Combine(folder, "profiles.db"),
                new() { MaxRequestsPerSecond = null }
            );

            var first = await ReportAsync(mirror, folder);
            EmulatedDay.Pass(emulator);
            var day = await ReportAsync(mirror, folder);
            var nothing = await ReportAsync(mirror, folder);

            var added = emulator.Profiles.Single(p => p.Name == "Newcomer & Sons");
            string[] changes =
            [
                $"Changed {banned.Id} EnforcementStatus, UpdatedAt",
                $"Changed {renamed.Id} Name, UpdatedAt",
                $"Created {added.Id}",
                $"Removed {gone.Id}",
            ];
            Assert.Equal(changes.Order(StringComparer.Ordinal), day.Order(StringComparer.Ordinal));
            Assert.Empty(first);
            Assert.Empty(nothing);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task ChangesThatAreNoLongerKept_AreNamedOnce()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 30 });
        using var client = EmulatedClient.Of(emulator);
        var folder = Directory.CreateTempSubdirectory("fp-changes-").FullName;
        try
        {
            await using var mirror = await ProfileMirror.OpenAsync(
                client,
                Path.Combine(folder, "profiles.db"),
                new() { MaxRequestsPerSecond = null }
            );
            await ReportAsync(mirror, folder);
            await mirror.ResetAsync();

            var late = await ReportAsync(mirror, folder);
            var next = await ReportAsync(mirror, folder);

            Assert.Equal(["The last report is so old that the changes since then are no longer kept."], late);
            Assert.Empty(next);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[]> ReportAsync(ProfileMirror mirror, string folder)
    {
        using StringWriter output = new();
        await Report.WriteAsync(mirror, Path.Combine(folder, "token"), output);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
