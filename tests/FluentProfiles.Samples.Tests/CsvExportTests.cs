using CsvExport;
using FluentProfiles.Emulator;

namespace FluentProfiles.Samples.Tests;

public sealed class CsvExportTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose()
    {
        File.Delete(path);
        File.Delete(path + ".resume");
    }

    [Fact]
    public async Task Export_WritesEveryProfileOldestFirst()
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 250 });
        using var client = EmulatedClient.Of(emulator);
        Shares shares = new();

        Assert.Equal(250, await new Export(client, path).RunAsync(shares, default));

        Assert.Equal(emulator.Profiles.Select(p => p.Id).Reverse(), Ids());
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
        Assert.False(File.Exists(path + ".resume"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("half a row that a crash left")]
    public async Task Interrupted_GoesOnWhereItStopped(string left)
    {
        await using var emulator = await ProfileEmulator.StartAsync(new() { Count = 950 });
        using var client = EmulatedClient.Of(emulator);
        using CancellationTokenSource interrupt = new();
        emulator.Intercept = _ =>
        {
            if (emulator.Requests.Count == 6)
                interrupt.Cancel();
            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Export(client, path).RunAsync(new Shares(), interrupt.Token)
        );
        emulator.Intercept = null;
        var written = Ids().Length;
        await File.AppendAllTextAsync(path, left);
        var rest = await new Export(client, path).RunAsync(new Shares(), default);

        Assert.InRange(written, 100, 900);
        Assert.Equal(950, written + rest);
        Assert.Equal(emulator.Profiles.Select(p => p.Id).Reverse(), Ids());
    }

    [Fact]
    public async Task Cells_AreQuotedWhereTheyMustBe()
    {
        UserProfile profile = new() { Id = "uprof_1", Name = "Ada \"the first\", Countess" };
        await using var emulator = await ProfileEmulator.StartAsync(new() { Profiles = [profile] });
        using var client = EmulatedClient.Of(emulator);

        await new Export(client, path).RunAsync(new Shares(), default);

        Assert.StartsWith(
            "uprof_1,\"Ada \"\"the first\"\", Countess\",",
            (await File.ReadAllLinesAsync(path))[1],
            StringComparison.Ordinal
        );
    }

    private string[] Ids() => [.. File.ReadLines(path).Skip(1).Select(line => line.Split(',')[0])];

    private sealed class Shares : List<double>, IProgress<double>
    {
        public void Report(double value) => Add(value);
    }
}
