using FluentProfiles.Tests;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Every fix that is offered compiles, without a new warning, and keeps what it promises when the program runs.
/// <c>FLUENTPROFILES_FIXES</c> sets how many programs are tried, and <c>FLUENTPROFILES_FIX_SEED</c> which ones.</summary>
public sealed class EveryFixTests
{
    private const int InOneFile = 50;

    [Fact]
    public async Task OfferedFixes_GiveCodeThatCompilesAndKeepTheirPromise()
    {
        var forms = new FixForms(new Random(Scale.Of("FLUENTPROFILES_FIX_SEED", 20_261_129)));
        await using var runs = await ProgramRuns.StartAsync();
        List<string> faults = [];
        HashSet<string> tried = [];
        var last = Scale.Of("FLUENTPROFILES_FIXES", 150);
        for (var first = 0; first < last; first += InOneFile)
        {
            var programs = Enumerable.Range(first, InOneFile).Select(forms.At).ToList();
            var fixes = await FixApplier.ApplyAsync(programs);
            tried.UnionWith(fixes.Select(fix => fix.Fixer));
            faults.AddRange(
                fixes.Where(HidesChange).Select(fix => $"{fix}\n    does not say that it changes the meaning")
            );
            faults.AddRange(fixes.Where(LosesComment).Select(fix => $"{fix}\n    loses a comment"));
            faults.AddRange(await FixTrial.FaultsOfAsync(fixes, runs));
        }
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join("\n", faults.Take(30))}");
        Assert.Empty(Fixers().Except(tried));
    }

    [Fact]
    public async Task FixAll_GivesCodeThatCompiles()
    {
        var forms = new FixForms(new Random(Scale.Of("FLUENTPROFILES_FIX_SEED", 20_261_129)));
        var programs = Enumerable.Range(0, FixForms.Places).Select(forms.At).ToList();

        Assert.Empty(await FixAllTrial.FaultsOfAsync(programs));
    }

    // A listing of the official SDK needs its client, which the fix's own tests have.
    private static IEnumerable<string> Fixers() =>
        FixApplier.Fixers.Select(fixer => fixer.GetType().Name).Where(name => name != "SdkListingFixer");

    private static bool HidesChange(AppliedFix fix) =>
        FixPromises.Changes.TryGetValue(fix.Fixer, out var words)
        && !fix.Title.Contains(words, StringComparison.Ordinal);

    private static bool LosesComment(AppliedFix fix) =>
        CommentsIn(fix.After.Statements) < CommentsIn(fix.Before.Statements);

    private static int CommentsIn(string statements) =>
        Microsoft
            .CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(statements, Source.ParseOptions)
            .GetRoot()
            .DescendantTrivia()
            .Count(trivia => trivia.ToString().StartsWith("/", StringComparison.Ordinal));
}
