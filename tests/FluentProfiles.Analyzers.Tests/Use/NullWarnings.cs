using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Use;

/// <summary>What the compiler warns of nulls in a few statements, and the suppressor leaves.</summary>
internal static class NullWarnings
{
    public static async Task<IEnumerable<string>> OfAsync(string statements, string members = "")
    {
        var diagnostics = await Source
            .Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Source.Of(statements, members), Source.ParseOptions))
            .WithAnalyzers([new NullSafeQuerySuppressor()])
            .GetAllDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, found => found.Severity == DiagnosticSeverity.Error);
        return diagnostics
            .Where(found => !found.IsSuppressed && found.Id is "CS8602" or "CS8604" or "CS8629")
            .Select(found => found.Id);
    }
}
