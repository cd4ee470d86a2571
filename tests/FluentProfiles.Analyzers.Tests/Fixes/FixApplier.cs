using FluentProfiles.Analyzers.Tests.Twin;
using FluentProfiles.CodeFixes;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Applies every fix that is offered in a file of programs, each by itself, as an editor does.</summary>
internal static class FixApplier
{
    public static IReadOnlyList<CodeFixProvider> Fixers { get; } =
    [
        .. typeof(TextFixer)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    public static async Task<IReadOnlyList<AppliedFix>> ApplyAsync(IReadOnlyList<GeneratedProgram> programs)
    {
        using var workspace = new AdhocWorkspace();
        var document = DocumentOf(programs, workspace);
        var reported = await ProgramFile.ReportedAsync(
            (await document.Project.GetCompilationAsync())!,
            [.. AllRules.Analyzers]
        );
        var file = ProgramFile.Of((await document.GetSyntaxRootAsync())!);
        List<AppliedFix> applied = [];
        for (var index = 0; index < programs.Count; index++)
        {
            List<string> known = [.. reported[index].Where(FixTrial.IsSerious).Select(one => one.Id)];
            foreach (var diagnostic in reported[index])
            {
                foreach (var (fixer, action) in await OfferedAsync(document, diagnostic))
                    applied.Add(
                        await ApplyAsync(document, file, index, diagnostic, fixer, action) with
                        {
                            Known = known,
                        }
                    );
            }
        }
        return applied;
    }

    public static Document DocumentOf(IReadOnlyList<GeneratedProgram> programs, AdhocWorkspace workspace) =>
        workspace
            .AddProject("Programs", LanguageNames.CSharp)
            .WithMetadataReferences(Source.References)
            .WithCompilationOptions(Source.Compilation.Options)
            .WithParseOptions(Source.ParseOptions)
            .AddDocument("Programs.cs", ProgramSource.Of(programs));

    private static async Task<IReadOnlyList<(string Fixer, CodeAction Action)>> OfferedAsync(
        Document document,
        Diagnostic diagnostic
    )
    {
        List<(string, CodeAction)> offered = [];
        foreach (var fixer in Fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await fixer.RegisterCodeFixesAsync(
                new(document, diagnostic, (action, _) => offered.Add((fixer.GetType().Name, action)), default)
            );
        return offered;
    }

    private static async Task<AppliedFix> ApplyAsync(
        Document document,
        ProgramFile before,
        int index,
        Diagnostic diagnostic,
        string fixer,
        CodeAction action
    )
    {
        var operations = await action.GetOperationsAsync(default);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;
        var after = ProgramFile.Of((await changed.GetSyntaxRootAsync())!);
        var fix = new AppliedFix(
            fixer,
            diagnostic.Id,
            action.Title,
            before.ProgramAt(index),
            index,
            after.ProgramAt(index),
            []
        );
        Assert.True(before.TextWithout(index) == after.TextWithout(index), $"changes something else: {fix}");
        return fix;
    }
}
