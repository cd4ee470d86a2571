using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Meaning;

/// <summary>What the planner refuses when a query runs is what the rules report as an error while it is typed: no more and no
/// less.</summary>
public sealed class PlannerTwinTests
{
    private const int Queries = 1_000;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Twins =
    [
        new UnsortableKeyAnalyzer(),
        new UnsupportedExpressionAnalyzer(),
        new RejectedFilterAnalyzer(),
    ];

    [Fact]
    public async Task RandomQueries_AreReportedWhereThePlannerRefuses()
    {
        var random = new RandomQuery(new Random(20_261_124));
        var queries = Enumerable.Range(0, Queries).Select(_ => random.Next()).Distinct().ToList();
        var compilation = Source.Compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(SourceOf(queries), Source.ParseOptions)
        );

        var reported = await ReportedAsync(compilation);
        var refused = Refused(compilation, queries.Count);

        Assert.NotEmpty(refused);
        Assert.InRange(refused.Count, 1, queries.Count - 1);
        Assert.Equal(refused.Order().Select(index => queries[index]), reported.Order().Select(index => queries[index]));
    }

    private static string SourceOf(List<string> queries) =>
        """
            using System;
            using FluentProfiles;

            public sealed class Row
            {
                public string? Id { get; init; }
                public string? Name { get; init; }
                public DateTimeOffset CreatedAt { get; init; }
            }

            public static class Queries
            {
                private static readonly string[] ids = ["uprof_1", "uprof_2"];
                private static readonly DateTimeOffset since = DateTimeOffset.UnixEpoch;
                private static readonly ProfilesClient client = new(new() { ApiKey = "key" });

            """
        + string.Concat(
            queries.Select((query, index) => $"    public static QueryPlan Q{index}() => {query}.Explain();\n")
        )
        + "}\n";

    private static async Task<HashSet<int>> ReportedAsync(CSharpCompilation compilation)
    {
        var found = await compilation.WithAnalyzers(Twins).GetAnalyzerDiagnosticsAsync();
        var tree = compilation.SyntaxTrees.Single();
        var first = (await tree.GetTextAsync())
            .Lines.First(line => line.ToString().Contains("QueryPlan Q0()", StringComparison.Ordinal))
            .LineNumber;
        return [.. found.Select(one => one.Location.GetLineSpan().StartLinePosition.Line - first)];
    }

    private static HashSet<int> Refused(CSharpCompilation compilation, int count)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        var type = Assembly.Load(image.ToArray()).GetType("Queries")!;
        return [.. Enumerable.Range(0, count).Where(index => IsRefused(type.GetMethod("Q" + index)!))];
    }

    private static bool IsRefused(MethodInfo query)
    {
        try
        {
            query.Invoke(null, null);
            return false;
        }
        catch (TargetInvocationException failure)
            when (failure.InnerException is UnsupportedQueryException or ProfilesConfigurationException)
        {
            return true;
        }
    }
}
