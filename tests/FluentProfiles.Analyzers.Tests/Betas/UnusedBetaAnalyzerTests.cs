using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class UnusedBetaAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().WithBeta([|\"files-api-2025-04-14\"|])")]
    [InlineData("given.WithBeta([|AnthropicBeta.FilesApi2025_04_14|])")]
    [InlineData("client.Query().WithBeta(betas: [[|AnthropicBeta.FilesApi2025_04_14|]])")]
    public Task NoBetaOfTheseEndpoints_Triggers(string query) =>
        Verify.AnalyzerAsync<UnusedBetaAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("client.Query().WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01)")]
    [InlineData("client.Query().WithBeta(AnthropicBeta.UserProfiles2026_09_04)")]
    [InlineData("client.Query().WithBeta(text)")]
    [InlineData("client.Query().WithBeta(\"brand-new-thing-2027-01-01\")")]
    [InlineData("client.Query().WithBeta(flag ? AnthropicBeta.FilesApi2025_04_14 : text)")]
    public Task UsedOrUnknown_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<UnusedBetaAnalyzer>($"var q = {query};");

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
            q = q;
            """
        );
}
