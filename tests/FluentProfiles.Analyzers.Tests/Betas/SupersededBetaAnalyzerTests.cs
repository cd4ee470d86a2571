using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class SupersededBetaAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().WithBeta([|\"user-profiles-2026-03-24\"|])")]
    [InlineData("given.WithBeta([|AnthropicBeta.UserProfiles2026_09_04|])")]
    [InlineData("new ProfilesClientOptions { Betas = [[|\"user-profiles-2026-08-18\"|]] }")]
    [InlineData("client.GetAsync(\"uprof_1\", new() { Betas = [[|AnthropicBeta.UserProfiles2026_09_04|]] })")]
    public Task OldShape_Triggers(string expression) =>
        Verify.AnalyzerAsync<SupersededBetaAnalyzer>($"var x = {expression};");

    [Theory]
    [InlineData("client.Query().WithBeta(AnthropicBeta.UserProfilesBilling2026_10_01)")]
    [InlineData("client.Query().WithBeta(AnthropicBeta.FilesApi2025_04_14)")]
    [InlineData("client.Query().WithBeta(text)")]
    [InlineData("client.Query()")]
    [InlineData("client.Query().WithBeta(\"user-profiles-2026-03-24\", \"user-profiles-2026-08-18\")")]
    public Task NoOldShapeOrConflict_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<SupersededBetaAnalyzer>($"var q = {query};");

    [Fact]
    public Task OldShape_FixesToCurrentWithRenames() =>
        Verify.FixAsync<SupersededBetaAnalyzer, MigrationFixer>(
            """
            var q = client.Query()
                .WithBeta([|AnthropicBeta.UserProfiles2026_03_24|])
                .Where(p => p.ExternalId == "x" && p.Name != null)
                .Select(p => new { p.Id, p.ExternalId });
            q = q.Where(x => x.ExternalId != null);
            var r = from p in client.Query().WithBeta([|"user-profiles-2026-08-18"|], "user-profiles-billing-2026-10-01")
                    where p.ExternalUserOnboardedAt != null
                    select p.ExternalId;
            """,
            """
            var q = client.Query()
                .Where(p => p.ExternalUserDetails.ReferenceId == "x" && p.Name != null)
                .Select(p => new { p.Id, ExternalId = p.ExternalUserDetails.ReferenceId });
            q = q.Where(x => x.ExternalId != null);
            var r = from p in client.Query().WithBeta("user-profiles-billing-2026-10-01")
                    where p.ExternalUserDetails.OnboardedAt != null
                    select p.ExternalUserDetails.ReferenceId;
            """
        );

    [Fact]
    public Task OptionsAndResults_FixToCurrentWithRenames() =>
        Verify.FixAsync<SupersededBetaAnalyzer, MigrationFixer>(
            """
            var options = new ProfilesClientOptions { ApiKey = text, Betas = [[|AnthropicBeta.UserProfiles2026_08_18|]] };
            using var own = new ProfilesClient(options);
            await foreach (var p in own.Query().Where(p => p.ExternalId == text))
                Console.WriteLine(p.ExternalId);
            var list = await own.Query().ToListAsync();
            Console.WriteLine(list[0].ExternalId + list.First().ExternalUserOnboardedAt);
            foreach (var p in list)
                Console.WriteLine(p.ExternalId);
            """,
            """
            var options = new ProfilesClientOptions { ApiKey = text, Betas = [] };
            using var own = new ProfilesClient(options);
            await foreach (var p in own.Query().Where(p => p.ExternalUserDetails.ReferenceId == text))
                Console.WriteLine(p.ExternalUserDetails.ReferenceId);
            var list = await own.Query().ToListAsync();
            Console.WriteLine(list[0].ExternalUserDetails.ReferenceId + list.First().ExternalUserDetails.OnboardedAt);
            foreach (var p in list)
                Console.WriteLine(p.ExternalUserDetails.ReferenceId);
            """
        );

    [Fact]
    public Task AddStatement_FixesByRemoval() =>
        Verify.FixAsync<SupersededBetaAnalyzer, MigrationFixer>(
            """
            Action<ProfilesClientOptions> configure = o =>
            {
                o.ApiKey = text;
                o.Betas.Add([|"user-profiles-2026-03-24"|]);
            };
            """,
            """
            Action<ProfilesClientOptions> configure = o =>
            {
                o.ApiKey = text;
            };
            """
        );

    [Fact]
    public Task OldShape_FixesToNext() =>
        Verify.FixAsync<SupersededBetaAnalyzer, MigrationFixer>(
            """
            var q = client.Query().WithBeta([|AnthropicBeta.UserProfiles2026_08_18|]).Where(p => p.ExternalId == text);
            """,
            """
            var q = client.Query().WithBeta([|AnthropicBeta.UserProfiles2026_09_04|]).Where(p => p.ExternalUserDetails.ReferenceId == text);
            """,
            key: "MigrationFixer.1"
        );

    [Fact]
    public Task FieldWithoutCounterpart_DoesNotFixToCurrent() =>
        Verify.FixAsync<SupersededBetaAnalyzer, MigrationFixer>(
            "var q = client.Query().WithBeta([|\"user-profiles-2026-09-04\"|]).Where(p => p.TrustGrants[\"cyber\"] != null);",
            "var q = client.Query().WithBeta([|\"user-profiles-2026-09-04\"|]).Where(p => p.TrustGrants[\"cyber\"] != null);"
        );
}
