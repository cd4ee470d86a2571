using System.Globalization;
using System.Text.RegularExpressions;

namespace AnalyzerCost;

/// <summary>What the rules cost of a build by a warm compiler server, beside the analyzers that every project has.</summary>
internal static partial class BuildCost
{
    private const int Files = 100;

    // A server compiles its own hot methods, and the rules', over and over until they are as fast as they get.
    private const int Warmup = 24;
    private const int Runs = 5;

    public static void Measure()
    {
        var folder = Directory.CreateTempSubdirectory("analyzer-cost").FullName;
        try
        {
            GeneratedProject.Write(folder, Files);
            var command = CompilerCommand.Of(folder);
            using var server = new CompilerServer(command.Compiler, folder);
            List<CompilerRun> without = [];
            List<CompilerRun> with = [];
            List<CompilerRun> onOneThread = [];
            for (var run = 0; run < Warmup; run++)
                server.Compile(command.Arguments);
            // One beside the other, so that whatever slows the machine slows all.
            for (var run = 0; run < Runs; run++)
            {
                without.Add(server.Compile(command.ArgumentsWithout(GeneratedProject.Rules)));
                with.Add(server.Compile(command.Arguments));
                onOneThread.Add(server.Compile(command.Arguments + " /parallel-"));
            }
            PrintProcessorTime(without, with);
            Print("build", with);
            // Where as many threads work as there are cores or more, a rule's row counts its waiting for one, too.
            Print("build on one thread", onOneThread);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void PrintProcessorTime(List<CompilerRun> without, List<CompilerRun> with)
    {
        var (alone, ruled) = (Median.Of(without.Select(Processor)), Median.Of(with.Select(Processor)));
        var share = Median.Of(with.Zip(without, (ruled, alone) => 1 - Processor(alone) / Processor(ruled)));
        Console.WriteLine(
            $"build, processor time: {alone:F0} ms without rules, {ruled:F0} ms with them, {100 * share:F1} %"
        );
    }

    private static void Print(string what, List<CompilerRun> runs)
    {
        var rules = runs.ConvertAll(RulesRow);
        var whole = Median.Of(runs.Select(run => run.Time.TotalMilliseconds));
        var share = Median.Of(runs.Select(run => 100 * RulesRow(run) / run.Time.TotalMilliseconds));
        Console.WriteLine(
            $"{what}, by the clock: rules {Median.Of(rules):F0} ms ({rules.Min():F0} to {rules.Max():F0}), compiler {whole:F0} ms, {share:F1} %"
        );
    }

    private static double Processor(CompilerRun run) => run.ProcessorTime.TotalMilliseconds;

    private static double RulesRow(CompilerRun run) =>
        1000 * double.Parse(Row().Match(run.Output).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<?(\d+\.\d+)\s+<?\d+\s+FluentProfiles\.Analyzers, Version")]
    private static partial Regex Row();
}
