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
        var options = CommandLine.Read(arguments).Options!;
        Assert.Equal(
            (8080, 7, -3, 5, "k"),
            (options.Port, options.Count, options.Seed, options.ExaminedPerPage, options.ApiKey)
        );
        Assert.Equal(IPAddress.Any, options.Address);
        Assert.Equal(
            (10_000, IPAddress.Loopback),
            (CommandLine.Read([]).Options!.Count, CommandLine.Read([]).Options!.Address)
        );
    }

    [Fact]
    public void Faults_AreRead()
    {
        var line =
            "--status 429=0.03 --status 529=0.02 --refusal-header retry-after-ms=5 --fault-seed 7 --delay-ms 20"
            + " --reset-before 0.01 --reset-within 0.02 --reset-after 0.03 --truncated 0.04 --wrong-content 0.05"
            + " --repeated-cursor 0.06 --delayed 0.07 --created 0.08 --deleted 1";

        var faults = CommandLine.Read(line.Split(' ')).Options!.Faults!;

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
        Assert.Null(CommandLine.Read([]).Options!.Faults);
    }

    [Theory]
    [InlineData("--cuont 5", "--cuont is no option.")]
    [InlineData("5", "5 is no option.")]
    [InlineData("--count 5 --size 5", "--size is no option.")]
    [InlineData("--count 5 --port", "--port: the number from 0 to 65535 is missing.")]
    [InlineData("--port abc", "--port: abc is no number from 0 to 65535.")]
    [InlineData("--port 70000", "--port: 70000 is no number from 0 to 65535.")]
    [InlineData("--count -1", "--count: -1 is no number from 0 to 2147483647.")]
    [InlineData("--examined-per-page 0", "--examined-per-page: 0 is no number from 1 to 2147483647.")]
    [InlineData("--address everywhere", "--address: everywhere is no IP address.")]
    [InlineData("--status 429", "--status: 429 is no status from 200 to 599 with its share, such as 429=0.05.")]
    [InlineData("--status 42=0.1", "--status: 42=0.1 is no status from 200 to 599 with its share, such as 429=0.05.")]
    [InlineData("--truncated 1.5", "--truncated: 1.5 is no share from 0 to 1.")]
    [InlineData("--truncated -0.1", "--truncated: -0.1 is no share from 0 to 1.")]
    [InlineData("--truncated -Infinity", "--truncated: -Infinity is no share from 0 to 1.")]
    [InlineData("--delay-ms -1", "--delay-ms: -1 is no number from 0 to 2147483647.")]
    [InlineData("--refusal-header =5", "--refusal-header: =5 is no header such as retry-after=1.")]
    public void WrongArgument_IsNamedBeforeTheUsage(string line, string problem)
    {
        var reading = CommandLine.Read(line.Split(' '));

        Assert.Equal((null, 2), (reading.Options, reading.ExitCode));
        Assert.Equal($"{problem}\n\n{CommandLine.Usage}", reading.Text);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--count 5 --help")]
    public void Help_IsTheUsage(string line) =>
        Assert.Equal(new(null, CommandLine.Usage, 0), CommandLine.Read(line.Split(' ')));

    [Fact]
    public void Version_IsThatOfTheTool()
    {
        var reading = CommandLine.Read(["--version"]);

        Assert.Equal((null, 0), (reading.Options, reading.ExitCode));
        Assert.Matches(@"^\d+\.\d+\.\d+(-[\w.-]+)?$", reading.Text);
    }

    [Fact]
    public void Usage_DescribesEachOptionOnALineThatFits()
    {
        var lines = CommandLine.Usage.Split('\n');

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 100));
        Assert.Equal(
            lines.Length - 3,
            lines.Count(line => line.StartsWith("  --", StringComparison.Ordinal) && line[30..].Trim().Length > 5)
        );
    }
}
