using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Practice;

/// <summary>FP0507 on version 12 of the official SDK, whose beta client sends another beta.</summary>
public sealed class OlderSdkListingTests
{
    private static readonly string Older = typeof(OlderSdkListingTests)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(known => known.Key == "Anthropic12")
        .Value!;

    [Theory]
    [InlineData("", "client.Query().WithBeta(AnthropicBeta.UserProfiles2026_03_24)")]
    [InlineData(
        "new() { Limit = 5, Order = Anthropic.Models.Beta.UserProfiles.Order.Asc }",
        "client.Query().WithBeta(AnthropicBeta.UserProfiles2026_03_24).OrderBy(p => p.CreatedAt)"
    )]
    [InlineData("new() { Betas = [\"user-profiles-2026-08-18\"] }", null)]
    public async Task Listing_FixesToTheBetaOfThatVersion(string parameters, string? query)
    {
        var code = Source.Of(
            $"var sdk = new AnthropicClient(); await foreach (var p in (await sdk.Beta.UserProfiles.List({parameters})).Paginate()) number++;"
        );
        var compilation = Source
            .Compilation.WithReferences(
                Source
                    .References.Where(known => Path.GetFileName(known.Display) != "Anthropic.dll")
                    .Append(MetadataReference.CreateFromFile(Older))
            )
            .AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, Source.ParseOptions));
        Assert.DoesNotContain(compilation.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);

        var found = await compilation.WithAnalyzers([new SdkListingAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        var report = Assert.Single(found);
        Assert.Equal(query is not null, report.Properties.Values.Contains(query));
        Assert.Equal(query is null, report.Properties.IsEmpty);
    }
}
