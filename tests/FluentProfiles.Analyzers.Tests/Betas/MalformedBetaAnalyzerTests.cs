using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class MalformedBetaAnalyzerTests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"   \"")]
    [InlineData("\" user-profiles-2026-03-24\"")]
    [InlineData("\"files-api-2025-04-14,pdfs-2024-09-25\"")]
    [InlineData("\"files-api-2025-04-14\\n\"")]
    [InlineData("\"files-api-2025-04-14\\u00e9\"")]
    [InlineData("\"whatever\"")]
    [InlineData("nameof(client)")]
    public Task CannotBeBeta_Triggers(string beta) =>
        Verify.AnalyzerAsync<MalformedBetaAnalyzer>($"var q = client.Query().WithBeta([|{beta}|]);");

    [Fact]
    public Task ReadonlyField_Triggers() =>
        Verify.AnalyzerAsync<MalformedBetaAnalyzer>(
            "var q = client.Query().WithBeta([|Beta|]);",
            "private static readonly AnthropicBeta Beta = \"a b\";"
        );

    [Theory]
    [InlineData("\"user-profiles-2026-03-25\"")]
    [InlineData("\"new-thing-2027-01-01\"")]
    [InlineData("text")]
    [InlineData("texts[0]")]
    public Task MayBeBeta_DoesNotTrigger(string beta) =>
        Verify.AnalyzerAsync<MalformedBetaAnalyzer>($"var q = client.Query().WithBeta({beta});");

    [Fact]
    public Task WhiteSpaceAndCommas_FixByTrimmingAndSplitting() =>
        Verify.FixAsync<MalformedBetaAnalyzer, BetaTextFixer>(
            "var q = client.Query().WithBeta([|\" files-api-2025-04-14 \"|], [|\"pdfs-2024-09-25, skills-2025-10-02\"|]);",
            "var q = client.Query().WithBeta(\"files-api-2025-04-14\", \"pdfs-2024-09-25\", \"skills-2025-10-02\");"
        );

    [Theory]
    [InlineData("var q = client.Query().WithBeta([|\"\"|]);")]
    [InlineData("AnthropicBeta b = \"a, b\"; var q = client.Query().WithBeta([|b|]);")]
    public Task NothingToGoBy_DoesNotFix(string statements) =>
        Verify.FixAsync<MalformedBetaAnalyzer, BetaTextFixer>(statements, statements);
}
