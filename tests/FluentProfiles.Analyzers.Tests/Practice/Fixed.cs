using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Practice;

/// <summary>Applies a fixer until it has nothing left to do.</summary>
internal static class Fixed
{
    private const int MostFixes = 10;

    public static async Task<string> ByAsync<TAnalyzer, TFixer>(string code)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace
            .AddProject("Sample", LanguageNames.CSharp)
            .WithMetadataReferences(Source.References)
            .WithCompilationOptions(Source.Compilation.Options)
            .WithParseOptions(Source.ParseOptions)
            .AddDocument("Sample.cs", code);
        for (var fixes = 0; fixes < MostFixes; fixes++)
        {
            if (await ActionForAsync<TAnalyzer, TFixer>(document) is not { } action)
                break;
            var changed = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
            document = changed.ChangedSolution.GetDocument(document.Id)!;
        }
        return (await document.GetTextAsync()).ToString();
    }

    private static async Task<CodeAction?> ActionForAsync<TAnalyzer, TFixer>(Document document)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        var compilation = await document.Project.GetCompilationAsync();
        var found = await compilation!.WithAnalyzers([new TAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        CodeAction? first = null;
        foreach (var diagnostic in found)
            await new TFixer().RegisterCodeFixesAsync(
                new(document, diagnostic, (action, _) => first ??= action, CancellationToken.None)
            );
        return first;
    }
}
