using System.Text.RegularExpressions;
using FluentProfiles.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Docs;

/// <summary>A whole program on a page builds as it stands, with the usings that a new project has.</summary>
public sealed partial class ProgramPageTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    public static TheoryData<string> Programs =>
        [
            .. Directory
                .EnumerateFiles(RulePage.Docs, "*.md")
                .Append(Path.Combine(RulePage.Docs, "../README.md"))
                .Concat(Repository.PackageReadmes)
                .SelectMany(page => Block().Matches(File.ReadAllText(page)))
                .Select(block => block.Groups["code"].Value),
        ];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_IsClean(string code)
    {
        var found = await Source
            .Compilation.WithOptions(Source.Compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))
            .AddSyntaxTrees(
                CSharpSyntaxTree.ParseText(ImplicitUsings, Source.ParseOptions),
                CSharpSyntaxTree.ParseText(code, Source.ParseOptions)
            )
            .WithAnalyzers(AllRules.Analyzers)
            .GetAllDiagnosticsAsync();
        Assert.Empty(PageCode.Warnings(found));
    }

    [GeneratedRegex(
        @"<!-- program -->\s+```csharp\s+(?<code>.*?)```",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
