using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class MisspelledBetaAnalyzerTests
{
    [Theory]
    [InlineData("\"user-profiles-2026-03-25\"")]
    [InlineData("\"user-profile-2026-03-24\"")]
    [InlineData("\"User_Profiles_2026_03_24\"")]
    [InlineData("\"user-profiles-2031-12-31\"")]
    [InlineData("\"user-profiles\"")]
    [InlineData("\"files-api-\" + \"2025-04-15\"")]
    [InlineData("new AnthropicBeta(\"user-profiles-2026-03-25\")")]
    public Task NearlyKnown_Triggers(string beta) =>
        Verify.AnalyzerAsync<MisspelledBetaAnalyzer>($"var q = client.Query().WithBeta([|{beta}|]);");

    [Theory]
    [InlineData("new ProfilesClientOptions { Betas = [[|\"user-profiles-2026-03-25\"|]] }")]
    [InlineData("new ProfilesClientOptions { Betas = { [|\"user-profiles-2026-03-25\"|] } }")]
    [InlineData("new ProfilesClientOptions { Betas = new List<AnthropicBeta> { [|\"user-profiles-2026-03-25\"|] } }")]
    [InlineData("new ProfilesClientOptions { Betas = new AnthropicBeta[] { [|\"user-profiles-2026-03-25\"|] } }")]
    [InlineData("client.GetAsync(\"uprof_1\", options: new() { Betas = [[|\"user-profiles-2026-03-25\"|]] })")]
    [InlineData("client.Query().WithBeta(betas: [[|\"user-profiles-2026-03-25\"|]])")]
    public Task InAnyList_Triggers(string expression) =>
        Verify.AnalyzerAsync<MisspelledBetaAnalyzer>($"var x = {expression};");

    [Theory]
    [InlineData("const string beta = \"user-profiles-2026-03-25\";")]
    [InlineData("var beta = \"user-profiles-2026-03-25\";")]
    [InlineData("AnthropicBeta beta = \"user-profiles-2026-03-25\";")]
    public Task Local_Triggers(string declaration) =>
        Verify.AnalyzerAsync<MisspelledBetaAnalyzer>($"{declaration} var q = client.Query().WithBeta([|beta|]);");

    [Fact]
    public Task AddedToOptions_Triggers() =>
        Verify.AnalyzerAsync<MisspelledBetaAnalyzer>(
            "Action<ProfilesClientOptions> configure = o => o.Betas.Add([|\"user-profiles-2026-03-25\"|]);"
        );

    [Theory]
    [InlineData("\"user-profiles-2026-03-24\"")]
    [InlineData("\"user-profiles-billing-2026-10-01\"")]
    [InlineData("\"something-else-2027-01-01\"")]
    [InlineData("text")]
    [InlineData("\"\"")]
    [InlineData("AnthropicBeta.UserProfiles2026_03_24")]
    public Task KnownOrFarOrUnknown_DoesNotTrigger(string beta) =>
        Verify.AnalyzerAsync<MisspelledBetaAnalyzer>($"var q = client.Query().WithBeta({beta});");

    [Fact]
    public Task NamedInConfiguration_DoesNotTrigger() =>
        Verify.FixAsync<MisspelledBetaAnalyzer, BetaTextFixer>(
            "var q = client.Query().WithBeta(\"user-profiles-2027-01-01\");",
            "var q = client.Query().WithBeta(\"user-profiles-2027-01-01\");",
            config: "fluentprofiles.additional_betas = x-2027-01-01, user-profiles-2027-01-01"
        );

    [Fact]
    public Task Misspelled_FixesToNearest() =>
        Verify.FixAsync<MisspelledBetaAnalyzer, BetaTextFixer>(
            "var q = client.Query().WithBeta([|\"user-profiles-2026-03-25\"|]).WithBeta([|\"FILES-API-2025-04-14\"|]);",
            "var q = client.Query().WithBeta(\"user-profiles-2026-03-24\").WithBeta(\"files-api-2025-04-14\");"
        );

    [Fact]
    public Task Local_DoesNotFix() =>
        Verify.FixAsync<MisspelledBetaAnalyzer, BetaTextFixer>(
            "var beta = \"user-profiles-2026-03-25\"; var q = client.Query().WithBeta([|beta|]);",
            "var beta = \"user-profiles-2026-03-25\"; var q = client.Query().WithBeta([|beta|]);"
        );
}
