using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace FluentProfiles.Analyzers.Tests;

/// <summary>Checks one rule, and its fix in a document, a project and a solution, on the statements of a method.</summary>
internal static class Verify
{
    private static readonly ReferenceAssemblies Framework = new("net10.0");

    private static readonly CSharpCompilationOptions Compilation = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable
    );

    /// <summary>The rule reports what <c>[|…|]</c> marks and nothing else.</summary>
    public static Task AnalyzerAsync<TAnalyzer>(string statements, string members = "")
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        new AnalyzerTest<TAnalyzer> { TestCode = Source.Of(statements, members) }.RunAsync();

    public static Task FixAsync<TAnalyzer, TFixer>(
        string before,
        string after,
        string members = "",
        string? key = null,
        string? config = null,
        string? membersAfter = null
    )
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        var test = new FixTest<TAnalyzer, TFixer>
        {
            TestCode = Source.Of(before, members),
            FixedCode = Source.Of(after, membersAfter ?? members),
            CodeActionEquivalenceKey = key,
        };
        // What is left after the fix is marked, too.
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        if (config is not null)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{config}\n"));
        return test.RunAsync();
    }

    /// <summary>Compiles once, while a test of a fix does so for each way to apply it.</summary>
    private sealed class AnalyzerTest<TAnalyzer> : CSharpAnalyzerTest<TAnalyzer, DefaultVerifier>
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        public AnalyzerTest()
        {
            ReferenceAssemblies = Framework;
            TestState.AdditionalReferences.AddRange(Source.References);
        }

        protected override ParseOptions CreateParseOptions() => Source.ParseOptions;

        protected override CompilationOptions CreateCompilationOptions() => Compilation;
    }

    private sealed class FixTest<TAnalyzer, TFixer> : CSharpCodeFixTest<TAnalyzer, TFixer, DefaultVerifier>
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new()
    {
        public FixTest()
        {
            ReferenceAssemblies = Framework;
            TestState.AdditionalReferences.AddRange(Source.References);
            FixedState.AdditionalReferences.AddRange(Source.References);
        }

        protected override ParseOptions CreateParseOptions() => Source.ParseOptions;

        protected override CompilationOptions CreateCompilationOptions() => Compilation;
    }
}
