using FluentProfiles.Benchmarks.Report;
using FluentProfiles.Benchmarks.Scenarios;
using FluentProfiles.Tests;

namespace FluentProfiles.Benchmarks.Tests;

public sealed class ReportTests
{
    private static readonly ReportFiles Files = new(Repository.Root);

    [Fact]
    public void Texts_AreThoseThatTheMeasurementsGive()
    {
        var tables = Tables.Of(Measurements.Load(Files.Measured));

        foreach (var text in Files.Texts.Select(File.ReadAllText))
        {
            Assert.Contains("<!-- measured: ", text, StringComparison.Ordinal);
            Assert.Equal(Document.Fill(text, tables), text);
        }
    }

    [Fact]
    public void ScenarioMeasuredAgain_ReplacesItsRowsAlone()
    {
        Measurements found = new() { Rows = [new("A", "x", 1, null), new("A", "y", 2, null), new("B", "x", 3, null)] };

        found.Replace([new("A", "x", 4, null)]);

        Assert.Equal([new("B", "x", 3, null), new("A", "x", 4, null)], found.Rows);
    }

    [Fact]
    public void Document_IsFilledBetweenItsMarksAlone()
    {
        const string text =
            "a\n<!-- measured: one -->\nold\nold\n<!-- end -->\nb\n<!-- measured: two -->\n<!-- end -->\nc";

        var filled = Document.Fill(text, new Dictionary<string, string> { ["one"] = "1", ["two"] = "2" });

        Assert.Equal(
            "a\n<!-- measured: one -->\n1\n<!-- end -->\nb\n<!-- measured: two -->\n2\n<!-- end -->\nc",
            filled
        );
    }

    [Theory]
    [InlineData(54, true)]
    [InlineData(55, true)]
    [InlineData(56, false)]
    public void Goal_IsMetUpToItsBound(double ours, bool isMet)
    {
        Measurements found = new()
        {
            Rows = [new(Names.FullRead, Rows.HandWritten, 100, 100), new(Names.FullRead, Rows.Ours, ours, 1)],
        };
        var goal = Goals.All[0];

        Assert.Equal(isMet, goal.IsMetBy(goal.Found(found)!.Value));
    }
}
