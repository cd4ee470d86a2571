using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class UnknownBetaAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().WithBeta([|\"brand-new-thing-2027-01-01\"|])")]
    [InlineData("new ProfilesClientOptions { Betas = [[|\"brand-new-thing-2027-01-01\"|]] }")]
    public Task WellFormedButUnknown_Triggers(string expression) =>
        Verify.AnalyzerAsync<UnknownBetaAnalyzer>($"var x = {expression};");

    [Theory]
    [InlineData("\"user-profiles-2026-03-24\"")]
    [InlineData("\"user-profiles-2026-03-25\"")]
    [InlineData("\"Not a beta\"")]
    [InlineData("text")]
    public Task KnownOrOtherFault_DoesNotTrigger(string beta) =>
        Verify.AnalyzerAsync<UnknownBetaAnalyzer>($"var q = client.Query().WithBeta({beta});");

    [Fact]
    public Task NamedInConfiguration_DoesNotTrigger() =>
        Verify.FixAsync<UnknownBetaAnalyzer, BetaTextFixer>(
            "var q = client.Query().WithBeta(\"brand-new-thing-2027-01-01\");",
            "var q = client.Query().WithBeta(\"brand-new-thing-2027-01-01\");",
            config: "fluentprofiles.additional_betas = brand-new-thing-2027-01-01"
        );
}
