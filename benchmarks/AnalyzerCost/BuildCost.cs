using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AnalyzerCost;

/// <summary>What the rules cost of a build: their assembly's row of the compiler's report against the Csc task.</summary>
internal static partial class BuildCost
{
    private const int Files = 100;
    private const int Runs = 5;

    public static void Measure()
    {
        var folder = Directory.CreateTempSubdirectory("analyzer-cost").FullName;
        try
        {
            Write(folder);
            Build(folder);
            var runs = Enumerable.Range(0, Runs).Select(_ => Build(folder)).ToList();
            var rules = Median.Of(runs.Select(run => run.Rules));
            var csc = Median.Of(runs.Select(run => run.Csc));
            Console.WriteLine(
                $"build: rules {rules:F0} ms, Csc {csc:F0} ms, {Median.Of(runs.Select(run => 100 * run.Rules / run.Csc)):F1} %"
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder)
    {
        for (var i = 0; i < Files; i++)
            File.WriteAllText(Path.Combine(folder, $"Service{i}.cs"), GeneratedSource.File(i));
        File.WriteAllText(
            Path.Combine(folder, "Generated.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(FluentProfiles.ProfileQuery).Assembly.Location}" />
                <Analyzer Include="{typeof(FluentProfiles.Analyzers.QueryAnalyzer).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """
        );
    }

    private static (double Rules, double Csc) Build(string folder)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            ["build", "-v:d", "--no-incremental", "-p:ReportAnalyzer=true", "-clp:PerformanceSummary"]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(output);
        return (
            1000 * Number(RulesRow().Match(output)),
            CscTime().Matches(output).Select(Number).DefaultIfEmpty(double.NaN).Max()
        );
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<?(\d+\.\d+)\s+<?\d+\s+FluentProfiles\.Analyzers, Version")]
    private static partial Regex RulesRow();

    [GeneratedRegex(@"(\d+) ms\s+Csc\s")]
    private static partial Regex CscTime();
}
