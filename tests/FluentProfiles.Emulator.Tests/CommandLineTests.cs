using System.Net;

namespace FluentProfiles.Emulator.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_AreRead()
    {
        string[] arguments =
        [
            "--address",
            "0.0.0.0",
            "--port",
            "8080",
            "--count",
            "7",
            "--seed",
            "-3",
            "--examined-per-page",
            "5",
            "--api-key",
            "k",
        ];
        var options = CommandLine.Read(arguments)!;
        Assert.Equal(
            (8080, 7, -3, 5, "k"),
            (options.Port, options.Count, options.Seed, options.ExaminedPerPage, options.ApiKey)
        );
        Assert.Equal(IPAddress.Any, options.Address);
        Assert.Equal((10_000, IPAddress.Loopback), (CommandLine.Read([])!.Count, CommandLine.Read([])!.Address));
    }

    [Fact]
    public void Faults_AreRead()
    {
        var line =
            "--status 429=0.03 --status 529=0.02 --refusal-header retry-after-ms=5 --fault-seed 7 --delay-ms 20"
            + " --reset-before 0.01 --reset-within 0.02 --reset-after 0.03 --truncated 0.04 --wrong-content 0.05"
            + " --repeated-cursor 0.06 --delayed 0.07 --created 0.08 --deleted 1";

        var faults = CommandLine.Read(line.Split(' '))!.Faults!;

        Assert.Equal(new Dictionary<int, double> { [429] = 0.03, [529] = 0.02 }, faults.Statuses);
        Assert.Equal(new Dictionary<string, string> { ["retry-after-ms"] = "5" }, faults.RefusalHeaders);
        Assert.Equal((7, TimeSpan.FromMilliseconds(20)), (faults.Seed, faults.Delay));
        Assert.Equal(
            [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 1],
            [
                faults.ResetBefore,
                faults.ResetWithin,
                faults.ResetAfter,
                faults.Truncated,
                faults.WrongContent,
                faults.RepeatedCursor,
                faults.Delayed,
                faults.Created,
                faults.Deleted,
            ]
        );
        Assert.Null(CommandLine.Read([])!.Faults);
    }

    [Theory]
    [InlineData("--status", "429")]
    [InlineData("--status", "42=0.1")]
    [InlineData("--truncated", "1.5")]
    [InlineData("--truncated", "-0.1")]
    [InlineData("--delay-ms", "-1")]
    [InlineData("--refusal-header", "=5")]
    [InlineData("--address", "everywhere")]
    [InlineData("--port")]
    [InlineData("--port", "x")]
    [InlineData("--port", "70000")]
    [InlineData("--count", "-1")]
    [InlineData("--size", "5")]
    public void WrongOption_IsRefused(params string[] arguments) => Assert.Null(CommandLine.Read(arguments));
}
