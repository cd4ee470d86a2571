using FluentProfiles.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Sound;

/// <summary>The code of <c>tests/consumer/right</c>, which the packed package compiles without a warning, gets none from the
/// rules; and no information where the file is written for that.</summary>
public sealed class CorrectCodeTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    [Theory]
    [InlineData("Application.cs", DiagnosticSeverity.Warning)]
    [InlineData("Styles.cs", DiagnosticSeverity.Info)]
    [InlineData("Bounds.cs", DiagnosticSeverity.Info)]
    public async Task CorrectCode_IsNotReported(string file, DiagnosticSeverity least)
    {
        var files = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "consumer", "right"), "*.cs")
            .Where(path => Path.GetFileName(path) != "Program.cs")
            .Select(path =>
                CSharpSyntaxTree.ParseText(File.ReadAllText(path), Source.ParseOptions, Path.GetFileName(path))
            )
            .Append(CSharpSyntaxTree.ParseText(Usings, Source.ParseOptions));
        var compilation = Source.Compilation.AddSyntaxTrees(files);

        Assert.DoesNotContain(compilation.GetDiagnostics(), one => one.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(
            await compilation.WithAnalyzers(AllRules.Analyzers).GetAnalyzerDiagnosticsAsync(),
            one => one.Severity >= least && !one.IsSuppressed && one.Location.SourceTree!.FilePath == file
        );
    }
}
