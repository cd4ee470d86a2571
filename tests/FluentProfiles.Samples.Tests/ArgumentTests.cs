using CsvExport;
using DailyChanges;

namespace FluentProfiles.Samples.Tests;

public sealed class ArgumentTests
{
    public static TheoryData<string, string> Samples =>
        new() { { "CsvExport", "profiles.csv" }, { "DailyChanges", "profiles.db" } };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Help_ShowsTheFile(string sample, string defaultFile)
    {
        var (code, output, _) = Invoke(sample, "--help");

        Assert.Equal(0, code);
        Assert.Contains($"[default: {defaultFile}]", output);
        Assert.False(File.Exists("--help"));
    }

    [Theory]
    [InlineData("--hlep", "Unknown option '--hlep'. For a file of that name, write './--hlep'.")]
    [InlineData("-o", "Unknown option '-o'. For a file of that name, write './-o'.")]
    [InlineData(
        "--output=x.csv",
        "Unknown option '--output=x.csv'. For a file of that name, write './--output=x.csv'."
    )]
    [InlineData("a.csv b.csv", "Unrecognized command or argument 'b.csv'.")]
    [InlineData("a.csv --force", "Unrecognized command or argument '--force'.")]
    public void WrongArguments_AreNamed(string line, string problem)
    {
        foreach (var (sample, _) in Samples.Select(row => ((string)row[0], row[1])))
        {
            var (code, _, error) = Invoke(sample, line);

            Assert.Equal(1, code);
            Assert.Contains(problem, error);
        }
    }

    [Theory]
    [InlineData("", "profiles.csv")]
    [InlineData("other.csv", "other.csv")]
    [InlineData("./-x", "./-x")]
    public void File_IsTheArgument(string line, string file) =>
        Assert.Equal(file, ExportCommand.Create().Parse(line).GetValue<string>("file"));

    private static (int Code, string Output, string Error) Invoke(string sample, string line)
    {
        var command = sample == "CsvExport" ? ExportCommand.Create() : ChangesCommand.Create();
        using StringWriter output = new();
        using StringWriter error = new();
        var code = command.Parse(line).Invoke(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
