using System.Collections.Immutable;
using FluentProfiles.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.AddedFields.Tests;

/// <summary>The rules, in an application that refers to the library with the added fields.</summary>
public sealed class AddedFieldRuleTests
{
    [Fact]
    public async Task SortByTheAddedKey_DoesNotTrigger() =>
        Assert.Empty(await Messages("client.Query().OrderBy(p => p.Rank)"));

    [Fact]
    public async Task SortByAnotherField_NamesTheAddedKey() =>
        Assert.Contains(
            "The service sorts by Rank and SeenAt and CreatedAt and Name only",
            Assert.Single(await Messages("client.Query().OrderBy(p => p.UpdatedAt)"))
        );

    [Fact]
    public async Task BoundOnTheAddedTime_DoesNotTrigger() =>
        Assert.Empty(await Messages("client.Query().Where(p => p.SeenAt > System.DateTimeOffset.UnixEpoch)"));

    [Fact]
    public async Task BoundOnAnotherTime_Triggers() =>
        Assert.StartsWith(
            "FP0203",
            Assert.Single(await Messages("client.Query().Where(p => p.UpdatedAt > System.DateTimeOffset.UnixEpoch)"))
        );

    [Fact]
    public async Task NegatedAddedFilter_Triggers() =>
        Assert.StartsWith(
            "FP0208",
            Assert.Single(await Messages("client.Query().Where(p => p.SupportTier != SupportTier.Gold)"))
        );

    [Fact]
    public async Task AddedFilter_DoesNotTrigger() =>
        Assert.Empty(await Messages("client.Query().Where(p => p.SupportTier == SupportTier.Gold)"));

    [Fact]
    public async Task AddedFilterUnderAnEarlierShape_Triggers() =>
        Assert.Contains(
            await Messages(
                "client.Query().WithBeta(AnthropicBeta.UserProfiles2026_09_04).Where(p => p.SupportTier == SupportTier.Gold)"
            ),
            message => message.StartsWith("FP0108", StringComparison.Ordinal)
        );

    private static async Task<IEnumerable<string>> Messages(string query)
    {
        var source = $$"""
            using System.Threading.Tasks;
            using FluentProfiles;

            static class Application
            {
                public static async Task Run(ProfilesClient client) => await {{query}}.ToListAsync();
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Application",
            [CSharpSyntaxTree.ParseText(source)],
            References(),
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        Assert.Empty(compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error));
        var found = await compilation.WithAnalyzers(Rules()).GetAnalyzerDiagnosticsAsync();
        return found.Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage()}");
    }

    private static ImmutableArray<DiagnosticAnalyzer> Rules() =>
        [
            .. typeof(UnsortableKeyAnalyzer)
                .Assembly.GetTypes()
                .Where(type =>
                    type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && type is { IsAbstract: false, IsPublic: true }
                )
                .Where(type => !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(UserProfile).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path));
}
