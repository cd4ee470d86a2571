using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Overlooked;

/// <summary>What one rule says of many forms, each of them the statements of a method, in one compilation.</summary>
internal static class FormReports
{
    private const string Start = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using FluentProfiles;

        public static class Sample
        {
            private static readonly UserProfile[] Items = [];
            private static UserProfile Make(UserProfile? of) => new() { Id = of?.Id ?? "", ExternalId = "made" };
            private static void Change(object given) { }

        """;

    /// <summary>Those of the forms for which the rule's answer is not the wanted one.</summary>
    public static async Task<IReadOnlyList<string>> WrongAsync(string id, IReadOnlyList<string> forms, bool isReported)
    {
        var compilation = Source.Compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(Start + string.Concat(forms.Select(MethodOf)) + "}\n", Source.ParseOptions)
        );
        Assert.DoesNotContain(compilation.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);
        var rules = AllRules.Analyzers.Where(rule => rule.SupportedDiagnostics.Any(found => found.Id == id));
        var found = await compilation.WithAnalyzers([.. rules]).GetAnalyzerDiagnosticsAsync();
        var methods = (await compilation.SyntaxTrees.Single().GetRootAsync())
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .ToDictionary(method => method.Identifier.ValueText);
        return
        [
            .. forms.Where(
                (_, index) =>
                    found.Any(one => methods[$"Run{index}"].Span.Contains(one.Location.SourceSpan)) != isReported
            ),
        ];
    }

    private static string MethodOf(string form, int index) =>
        $$"""
                public static async Task Run{{index}}(
                    ProfilesClient client, ProfileQuery<UserProfile> given, int number, string text, string[] texts, bool flag, CancellationToken ct)
                {
                    await Task.CompletedTask;
                    {{form}}
                }

            """;
}
