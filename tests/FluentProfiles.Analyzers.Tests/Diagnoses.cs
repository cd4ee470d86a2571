using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests;

/// <summary>What all the rules together, and the compiler, say of a few statements.</summary>
internal static class Diagnoses
{
    public static async Task<IReadOnlyList<Diagnostic>> OfAsync(string statements, string members = "")
    {
        var all = await WithErrorsAsync(statements, members);
        Assert.DoesNotContain(
            all,
            one => one.Severity == DiagnosticSeverity.Error && one.Id.StartsWith("CS", StringComparison.Ordinal)
        );
        return all;
    }

    /// <summary>The same of code that the compiler refuses.</summary>
    public static Task<IReadOnlyList<Diagnostic>> WithErrorsAsync(string statements, string members = "") =>
        OfFileAsync(Source.Of(statements, members));

    /// <summary>The same of a whole file.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> OfFileAsync(string code, string path = "")
    {
        var all = await Source
            .Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, Source.ParseOptions, path))
            .WithAnalyzers(AllRules.Analyzers)
            .GetAllDiagnosticsAsync();
        return [.. all.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Id != "CS8019")];
    }
}
