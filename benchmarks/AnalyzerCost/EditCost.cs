using System.Collections.Immutable;
using System.Diagnostics;
using Basic.Reference.Assemblies;
using FluentProfiles.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AnalyzerCost;

/// <summary>What the rules cost after a key stroke: one file of some 500 lines, analysed again in a new compilation.</summary>
internal static class EditCost
{
    private const int Warmup = 30;
    private const int Runs = 51;

    public static async Task MeasureAsync()
    {
        var rules = typeof(QueryAnalyzer)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(QueryAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        var text = SourceText.From(GeneratedSource.File(0) + "\n" + Second());
        var tree = CSharpSyntaxTree.ParseText(text);
        var compilation = CSharpCompilation.Create(
            "Edited",
            [tree],
            [
                .. Net100.References.All,
                MetadataReference.CreateFromFile(typeof(FluentProfiles.ProfileQuery).Assembly.Location),
            ],
            new(OutputKind.DynamicallyLinkedLibrary)
        );
        List<double> with = [];
        List<double> without = [];
        for (var run = 0; run < Warmup + Runs; run++)
        {
            text = text.Replace(new TextSpan(text.ToString().IndexOf("var total", StringComparison.Ordinal), 0), " ");
            var edited = tree.WithChangedText(text);
            compilation = compilation.ReplaceSyntaxTree(tree, edited);
            tree = edited;
            var alone = Time(() => compilation.Clone().GetSemanticModel(edited).GetDiagnostics());
            var ruled = await TimeAsync(compilation, edited, rules);
            if (run < Warmup)
                continue;
            without.Add(alone);
            with.Add(ruled);
        }
        var idle = await ProcessorTimeAsync(compilation, tree, [new IdleAnalyzer()]);
        var busy = await ProcessorTimeAsync(compilation, tree, rules);
        Console.WriteLine(
            $"edit, processor time, whatever else runs: {idle:F1} ms without rules, {busy:F1} ms with them"
        );
        Console.WriteLine(
            $"edit: {text.Lines.Count} lines, rules {Median.Of(with):F1} ms; the compiler's own diagnostics of the file {Median.Of(without):F1} ms"
        );
    }

    // The rules' own time, as the driver keeps it: what binding the file costs is spent with or without them.
    private static async Task<double> TimeAsync(
        Compilation compilation,
        SyntaxTree tree,
        ImmutableArray<DiagnosticAnalyzer> rules
    )
    {
        var options = new CompilationWithAnalyzersOptions(
            null!,
            null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true
        );
        var analysis = new CompilationWithAnalyzers(compilation, rules, options);
        var result = await analysis.GetAnalysisResultAsync(analysis.Compilation.GetSemanticModel(tree), null, default);
        return result.AnalyzerTelemetryInfo.Values.Sum(rule => rule.ExecutionTime.TotalMilliseconds);
    }

    /// <summary>The mean of many analyses, driver and binding included.</summary>
    private static async Task<double> ProcessorTimeAsync(
        CSharpCompilation compilation,
        SyntaxTree tree,
        ImmutableArray<DiagnosticAnalyzer> rules
    )
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var run = 0; run < Runs; run++)
            await TimeAsync(compilation.Clone(), tree, rules);
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / Runs;
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Second()
    {
        var file = GeneratedSource.File(1);
        return file[file.IndexOf("public sealed class", StringComparison.Ordinal)..];
    }
}
