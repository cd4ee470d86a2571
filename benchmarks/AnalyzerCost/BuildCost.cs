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
            for (var run = 0; run < Warmup; run++)
                server.Compile(command.Arguments);
            // One beside the other, so that whatever slows the machine slows both.
            for (var run = 0; run < Runs; run++)
            {
                without.Add(server.Compile(command.ArgumentsWithout(GeneratedProject.Rules)));
                with.Add(server.Compile(command.Arguments));
            }
            Print(without, with);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(List<CompilerRun> without, List<CompilerRun> with)
    {
        var (alone, ruled) = (Median.Of(without.Select(Processor)), Median.Of(with.Select(Processor)));
        var share = Median.Of(with.Zip(without, (ruled, alone) => 1 - Processor(alone) / Processor(ruled)));
        Console.WriteLine(
            $"build, processor time: {alone:F0} ms without rules, {ruled:F0} ms with them, {100 * share:F1} %"
        );
        var (rules, whole) = (
            Median.Of(with.Select(RulesRow)),
            Median.Of(with.Select(run => run.Time.TotalMilliseconds))
        );
        Console.WriteLine(
            $"build, by the clock: rules {rules:F0} ms, compiler {whole:F0} ms, {Median.Of(with.Select(run => 100 * RulesRow(run) / run.Time.TotalMilliseconds)):F1} %"
        );
    }

    private static double Processor(CompilerRun run) => run.ProcessorTime.TotalMilliseconds;

    private static double RulesRow(CompilerRun run) =>
        1000 * double.Parse(Row().Match(run.Output).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<?(\d+\.\d+)\s+<?\d+\s+FluentProfiles\.Analyzers, Version")]
    private static partial Regex Row();
}
