using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluentProfiles.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Twin;

/// <summary>What a rule reports as an error is refused when it runs, before anything is sent; and what constants alone make
/// the library refuse is an error. <c>FLUENTPROFILES_TWINS</c> sets how many programs are tried, and
/// <c>FLUENTPROFILES_TWIN_SEED</c> where they start.</summary>
public sealed class RuleTwinTests
{
    private const int InOneFile = 50;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules =
    [
        .. AllRules.Analyzers.Where(rule =>
            rule.SupportedDiagnostics.Any(found => found.DefaultSeverity == DiagnosticSeverity.Error)
        ),
    ];

    // Refusals that no rule has to report, each with the reason.
    private static readonly Dictionary<string, Regex> Unreported = new()
    {
        ["branch: what a run chooses is unknown"] = new("flag"),
        ["set later: a value that is assigned or parsed is unknown"] = new(@"TryParse|, _\) ="),
        ["field of another object: it is set in a constructor"] = new(@"Pair\.First|SetTo"),
        ["joined tests of the id: the planner intersects sets that the rule does not follow"] = new(
            @"(\|\||!\().*(\bId\b|Ids)|(\bId\b|Ids).*(\|\||!\()"
        ),
        ["objects in memory: the rules on shapes leave the tests of applications alone"] = new(
            @"FromItems[\s\S]*WithBeta"
        ),
        ["negated filter: the rule follows == and Contains, joined by ||"] = new(@"!\(.*EnforcementStatus"),
        ["element: how many there are is known when it runs"] = new("ElementAtAsync"),
        ["computed step by step: what an operator makes of an option is unknown"] = new(@"\+= 1"),
        ["shape of a client made elsewhere: its betas are unknown"] = new(
            @"^(?![\s\S]*Betas = \[)[\s\S]*(ExternalId|Relationship) = """
        ),
        ["order that nothing depends on: it is made where profiles are surely named, which the rule does not follow"] =
            new(
                @"(?=[\s\S]*(\bId\b|Ids))(?=[\s\S]*OrderBy(Descending)?\((p => p\.(EnforcementStatus|Programs)|s => s)\))[\s\S]*(Count|Any|Min|Max|ForEach)"
            ),
        ["removed beta: which of the list it was is unknown"] = new(@"Betas\.Remove"),
    };

    [Fact]
    public async Task GeneratedPrograms_AreReportedWhereTheyAreRefused()
    {
        var forms = new QueryForms(new Random(Scale.Of("FLUENTPROFILES_TWIN_SEED", 20_261_128)));
        await using var runner = await ProgramRunner.StartAsync();
        List<string> differences = [];
        var (refused, reported) = (0, 0);
        for (var left = Scale.Of("FLUENTPROFILES_TWINS", 1_000); left > 0; left -= InOneFile)
        {
            var programs = Enumerable.Range(0, InOneFile).Select(_ => forms.Next()).ToList();
            var compilation = Source.Compilation.AddSyntaxTrees(
                CSharpSyntaxTree.ParseText(ProgramSource.Of(programs), Source.ParseOptions)
            );
            var outcomes = await runner.RunAsync(compilation, programs);
            var errors = await ErrorsAsync(compilation, programs.Count);
            for (var index = 0; index < programs.Count; index++)
            {
                var isRefused = outcomes[index].All(outcome => outcome.IsRefused);
                (refused, reported) = (
                    refused + (isRefused ? 1 : 0),
                    reported
                        + errors[index].Count() switch
                        {
                            0 => 0,
                            _ => 1,
                        }
                );
                if (Difference(programs[index], outcomes[index], [.. errors[index]]) is { } difference)
                    differences.Add(difference);
            }
        }
        Assert.True(differences.Count == 0, $"{differences.Count} differ:\n{string.Join("\n", differences.Take(20))}");
        Assert.NotEqual(0, refused);
        Assert.NotEqual(0, reported);
    }

    private static string? Difference(
        GeneratedProgram program,
        IReadOnlyList<ProgramOutcome> outcomes,
        IReadOnlyList<Diagnostic> errors
    )
    {
        // An error may lie in a branch that one of the runs does not take.
        var isRefused =
            errors.Count > 0 ? outcomes.Any(outcome => outcome.IsRefused) : outcomes.All(outcome => outcome.IsRefused);
        if (
            errors.Count > 0 == isRefused
            || isRefused && Unreported.Values.Any(known => known.IsMatch(program.Statements))
        )
            return null;
        var said = string.Join("; ", errors.Select(error => $"{error.Id} {error.GetMessage()}"));
        var ended = string.Join(
            "; ",
            outcomes.Select(outcome =>
                $"{outcome.Requests} requests, {outcome.Failure?.GetType().Name} {outcome.Failure?.Message}"
            )
        );
        return $"{program.Statements}\n    reported: {said}\n    ended: {ended}";
    }

    internal static async Task<ILookup<int, Diagnostic>> ErrorsAsync(CSharpCompilation compilation, int count)
    {
        var found = await compilation.WithAnalyzers(Rules).GetAnalyzerDiagnosticsAsync();
        var type = compilation.GetTypeByMetadataName(ProgramSource.Type)!;
        var spans = Enumerable
            .Range(0, count)
            .Select(index => type.GetMembers(ProgramSource.MethodName(index))[0].DeclaringSyntaxReferences[0].Span)
            .ToList();
        return found
            .Where(one => one.Severity == DiagnosticSeverity.Error)
            .ToLookup(one => spans.FindIndex(span => span.Contains(one.Location.SourceSpan)));
    }
}
