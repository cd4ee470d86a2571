using FluentProfiles.Analyzers.Tests.Practice;
using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class UnusedBetaAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().WithBeta([|\"files-api-2025-04-14\"|])")]
    [InlineData("given.WithBeta([|AnthropicBeta.FilesApi2025_04_14|])")]
    [InlineData("client.Query().WithBeta(betas: [[|AnthropicBeta.FilesApi2025_04_14|]])")]
    [InlineData("client.Query().WithBeta([|AnthropicBeta.Efs2026_10_01|])")]
    public Task NoBetaOfTheseEndpoints_Triggers(string query) =>
        Verify.AnalyzerAsync<UnusedBetaAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("client.Query().WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01)")]
    [InlineData("client.Query().WithBeta(AnthropicBeta.UserProfiles2026_09_04)")]
    [InlineData(
        "client.DataControls.GetAsync(text, new() { Betas = [AnthropicBeta.GoogleManagedDataControls2026_09_01] })"
    )]
    [InlineData("client.Query().WithBeta(text)")]
    [InlineData("client.Query().WithBeta(\"brand-new-thing-2027-01-01\")")]
    [InlineData("client.Query().WithBeta(flag ? AnthropicBeta.FilesApi2025_04_14 : text)")]
    public Task UsedOrUnknown_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<UnusedBetaAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("AnthropicBeta.GoogleManagedDataControls2026_09_01")]
    [InlineData("\"google-managed-data-controls-2026-09-01\"")]
    [InlineData("AnthropicBeta.UserProfiles2026_09_04, new AnthropicBeta(\"google-managed-data-controls-2026-09-01\")")]
    public async Task BetaOfTheDataControls_SaysWhatItConcerns(string betas)
    {
        var found = Assert.Single(
            await Diagnoses.OfAsync($"var q = client.Query().WithBeta({betas});"),
            each => each.Id == "FP0103"
        );

        Assert.Equal(
            "The user-profiles endpoints do not use the beta 'google-managed-data-controls-2026-09-01': it concerns the data "
                + "controls alone, whose calls name it automatically; remove it",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Theory]
    [InlineData("AnthropicBeta.FilesApi2025_04_14", "files-api-2025-04-14")]
    [InlineData("\"efs-2026-10-01\"", "efs-2026-10-01")]
    public async Task BetaOfNoEndpointHere_SaysThatItIsNotUsed(string beta, string name)
    {
        var found = Assert.Single(
            await Diagnoses.OfAsync($"var q = client.Query().WithBeta({beta});"),
            each => each.Id == "FP0103"
        );

        Assert.Equal(
            $"The user-profiles endpoints do not use the beta '{name}'; remove it",
            found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public Task BetaInAListOfItsOwn_IsKept()
    {
        const string Statements =
            "AnthropicBeta[] more = [[|\"files-api-2025-04-14\"|]]; var q = client.Query().WithBeta(more);";
        return Verify.FixAsync<UnusedBetaAnalyzer, BetaRemovalFixer>(Statements, Statements);
    }

    [Fact]
    public async Task BetaInAField_IsKept()
    {
        var code = Source.Of(
            "var q = client.Query().WithBeta(Shared);",
            "private static readonly AnthropicBeta[] Shared = [\"files-api-2025-04-14\"];"
        );
        Assert.Single(await Diagnoses.OfFileAsync(code), one => one.Id == "FP0103");
        Assert.Equal(code, await Fixed.ByAsync<UnusedBetaAnalyzer, BetaRemovalFixer>(code));
    }

    [Fact]
    public Task Unused_FixesByRemoval() =>
        Verify.FixAsync<UnusedBetaAnalyzer, BetaRemovalFixer>(
            """
            var q = client.Query()
                .WithBeta([|AnthropicBeta.FilesApi2025_04_14|])
                .Take(5);
            q = q.WithBeta([|"pdfs-2024-09-25"|], AnthropicBeta.UserProfiles2026_09_04, [|AnthropicBeta.Skills2025_10_02|]);
            q = q.WithBeta([|"pdfs-2024-09-25"|], [|"skills-2025-10-02"|]);
            """,
            """
            var q = client.Query()
                .Take(5);
            q = q.WithBeta(AnthropicBeta.UserProfiles2026_09_04);
            """
        );
}
