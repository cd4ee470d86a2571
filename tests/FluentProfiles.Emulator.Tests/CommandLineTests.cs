namespace FluentProfiles.Emulator.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_AreRead()
    {
        string[] arguments =
        [
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
        Assert.Equal(10_000, CommandLine.Read([])!.Count);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port", "x")]
    [InlineData("--port", "70000")]
    [InlineData("--count", "-1")]
    [InlineData("--size", "5")]
    public void WrongOption_IsRefused(params string[] arguments) => Assert.Null(CommandLine.Read(arguments));
}
