using System.Reflection;
using FluentProfiles.Emulator;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Use.Nulls;

/// <summary>Each form runs over profiles with and without the members that it reads. A warning is hidden where the form never
/// throws for a null, and stays where it does.</summary>
public sealed class SuppressedOrThrownTests
{
    private static readonly UserProfile[] Profiles =
    [
        new() { Id = "uprof_1" },
        new()
        {
            Id = "uprof_2",
            Name = "Ada",
            Metadata = new() { ["a"] = "7" },
            ExternalUserDetails = new() { OnboardedAt = DateTimeOffset.UnixEpoch },
        },
    ];

    [Fact]
    public async Task NullWarning_IsSuppressedWhereNothingThrows()
    {
        var compilation = Source.Compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(SourceOf(NullForms.All), Source.ParseOptions)
        );
        var warned = await WarnedAsync(compilation);
        await using var emulator = await ProfileEmulator.StartAsync(new() { Profiles = Profiles, LogRequests = false });
        using var client = new ProfilesClient(
            new()
            {
                ApiKey = "any-key",
                BaseUrl = emulator.BaseUrl,
                MaxRetries = 0,
            }
        );
        List<string> differences = [];
        var type = Loaded(compilation);
        for (var index = 0; index < NullForms.All.Count; index++)
        {
            var run = type.GetMethod($"Run{index}")!.CreateDelegate<Func<ProfilesClient, bool, Task<object?>>>();
            var failure = await Record.ExceptionAsync(async () => await run(client, false));
            if (failure is not null != warned[index])
                differences.Add(
                    $"{(warned[index] ? "warned" : "hidden")}, {failure?.GetType().Name ?? "runs"}: {NullForms.All[index]} {failure?.Message}"
                );
        }
        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    private static string SourceOf(IReadOnlyList<string> forms) =>
        $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Linq.Expressions;
            using System.Threading.Tasks;
            using FluentProfiles;

            {{NullForms.Types}}

            public static class Programs
            {
                {{NullForms.Members}}

            """
        + string.Concat(
            forms.Select(
                (form, index) =>
                    $$"""
                            public static async Task<object?> Run{{index}}(ProfilesClient client, bool flag)
                            {
                                await Task.CompletedTask;
                                {{form}}
                            }

                        """
            )
        )
        + "}\n";

    /// <summary>Whether each form has a warning of the compiler that is not hidden.</summary>
    private static async Task<IReadOnlyList<bool>> WarnedAsync(CSharpCompilation compilation)
    {
        var diagnostics = await compilation.WithAnalyzers([new NullSafeQuerySuppressor()]).GetAllDiagnosticsAsync();
        var left = diagnostics
            .Where(found => !found.IsSuppressed && found.Id is "CS8602" or "CS8604" or "CS8629")
            .ToList();
        var root = await compilation.SyntaxTrees[0].GetRootAsync();
        var methods = root.DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .ToDictionary(method => method.Identifier.ValueText);
        var fields = root.DescendantNodes().OfType<FieldDeclarationSyntax>().ToList();
        return
        [
            .. NullForms.All.Select(
                (form, index) =>
                    left.Exists(found =>
                        fields
                            .FindAll(field => form.Contains(NameOf(field), StringComparison.Ordinal))
                            .Append<MemberDeclarationSyntax>(methods[$"Run{index}"])
                            .Any(member => member.Span.Contains(found.Location.SourceSpan))
                    )
            ),
        ];
    }

    private static string NameOf(FieldDeclarationSyntax field) => field.Declaration.Variables[0].Identifier.ValueText;

    private static Type Loaded(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(
            emitted.Success,
            string.Join("\n", emitted.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error))
        );
        return Assembly.Load(image.ToArray()).GetType("Programs")!;
    }
}
