using FluentProfiles.Analyzers.Tests.Twin;
using FluentProfiles.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Mends everything that a fixer can mend in a file of programs at once.</summary>
internal static class FixAllTrial
{
    public static async Task<IReadOnlyList<string>> FaultsOfAsync(IReadOnlyList<GeneratedProgram> programs)
    {
        using var workspace = new AdhocWorkspace();
        var document = FixApplier.DocumentOf(programs, workspace);
        var compilation = (CSharpCompilation)(await document.Project.GetCompilationAsync())!;
        var reported = await ProgramFile.ReportedAsync(compilation, [.. AllRules.Analyzers]);
        var before = Serious(compilation);
        List<string> faults = [];
        foreach (var fixer in FixApplier.Fixers.Cast<TextFixer>())
        {
            var found = reported
                .SelectMany(program => program)
                .Where(one => fixer.FixableDiagnosticIds.Contains(one.Id))
                .ToList();
            var changed = await fixer.FixAsync(document, found, way: 0, default);
            var after = Serious((CSharpCompilation)(await changed.Project.GetCompilationAsync())!);
            faults.AddRange(
                after
                    .Where(one => one.Value > before.GetValueOrDefault(one.Key))
                    .Select(one =>
                        $"{fixer.GetType().Name} adds {one.Value - before.GetValueOrDefault(one.Key)} {one.Key}"
                    )
            );
        }
        return faults;
    }

    // The null warnings are left to the test of single fixes, which knows those that do not hold.
    private static Dictionary<string, int> Serious(CSharpCompilation compilation) =>
        compilation
            .GetDiagnostics()
            .Where(one => FixTrial.IsSerious(one) && !one.Id.StartsWith("CS86", StringComparison.Ordinal))
            .GroupBy(one => one.Id)
            .ToDictionary(group => group.Key, group => group.Count());
}
