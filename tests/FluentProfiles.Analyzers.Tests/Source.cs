using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis.CSharp;

namespace FluentProfiles.Analyzers.Tests;

/// <summary>Makes a whole file of a few statements.</summary>
internal static class Source
{
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(ProfileQuery).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Anthropic.AnthropicClient).Assembly.Location),
    ];

    /// <summary>An empty compilation, whose references are bound once for all that start from it.</summary>
    public static CSharpCompilation Compilation { get; } =
        CSharpCompilation.Create(
            "Sample",
            [],
            References,
            new(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress)]
            )
        );

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14);

    public static string Of(string statements, string members = "") =>
        $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;
            using Anthropic;
            using FluentProfiles;

            public static class Sample
            {
                {{members}}

                public static async Task RunAsync(
                    ProfilesClient client, ProfileQuery<UserProfile> given, int number, string text, string[] texts, bool flag)
                {
                    await Task.CompletedTask;
                    {{statements}}
                }
            }
            """;
}
