using FluentProfiles.Benchmarks.Processes;
using FluentProfiles.Benchmarks.Scenarios;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>Measures every scenario, or those named, and writes the documents' tables and charts.</summary>
internal static class ReportCommand
{
    public const string Command = "report";

    /// <param name="only">Names of scenarios; none for all, and "none" to write what is known already.</param>
    public static async Task RunAsync(IReadOnlyCollection<string> only)
    {
        var files = ReportFiles.Above(Environment.CurrentDirectory);
        var found = Measurements.Load(files.Measured);
        if (Names.Classes.Where(type => IsAsked(Names.Of(type))).ToList() is { Count: > 0 } scenarios)
            found.Replace(BenchmarkRuns.Of(scenarios, files.Artifacts));
        if (IsAsked(Names.ColdRun))
            found.Replace(await ColdRunAsync());
        if (IsAsked(Names.LiveHeap))
            found.Replace(await LiveHeapAsync());
        if (!only.Contains("none"))
            found.Environment = MeasuringEnvironment.Describe();
        found.Save(files.Measured);
        Write(files, found);

        bool IsAsked(string name) => only.Count == 0 || only.Contains(name);
    }

    public static void WriteTexts(ReportFiles files, Measurements found)
    {
        var tables = Tables.Of(found);
        foreach (var document in files.Texts)
            File.WriteAllText(document, Document.Fill(File.ReadAllText(document), tables));
    }

    private static void Write(ReportFiles files, Measurements found)
    {
        WriteTexts(files, found);
        Console.WriteLine(Tables.Of(found)["goals"]);
        if (!found.IsComplete())
            return;
        Charts.Ratios(found).SavePng(files.Chart("ratios"), Charts.Width, Charts.Height);
        Charts.Readers(found).SavePng(files.Chart("readers"), Charts.Width, Charts.Height);
        Charts.Waiting(found).SavePng(files.Chart("waiting"), Charts.Width, Charts.Height);
    }

    private static async Task<Measurement[]> ColdRunAsync()
    {
        var (handWritten, ours) = await ColdRun.MeasureAsync();
        return
        [
            new(Names.ColdRun, Rows.HandWritten, handWritten * 1e6, null),
            new(Names.ColdRun, Rows.Ours, ours * 1e6, null),
        ];
    }

    private static async Task<Measurement[]> LiveHeapAsync()
    {
        var (early, late) = await LiveHeap.MeasureAsync();
        return [new(Names.LiveHeap, Names.EarlyPage, null, early), new(Names.LiveHeap, Names.LatePage, null, late)];
    }
}
