using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class FieldNotServedAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().WithBeta(\"user-profiles-2026-09-04\").Where(p => p.[|ExternalId|] == text)")]
    [InlineData("given.WithBeta(\"user-profiles-2026-03-24\").Select(p => p.[|Programs|].Cyber)")]
    [InlineData("client.Query().Where(p => p.[|AccessType|] == text).WithBeta(\"user-profiles-2026-03-24\")")]
    [InlineData("client.Query().WithBeta(\"user-profiles-2026-09-04\").Select(p => p.[|EnforcementStatus|])")]
    [InlineData(
        "client.Query().WithBeta(\"user-profiles-2026-09-04\").Where(p => p.[|EnforcementStatus|] != \"banned\")"
    )]
    [InlineData(
        "client.Query().WithBeta(\"user-profiles-2026-09-04\").Take(5).Where(p => p.[|EnforcementStatus|] == \"banned\")"
    )]
    [InlineData(
        "from p in client.Query().WithBeta(\"user-profiles-2026-09-04\") where p.[|ExternalId|] == null select p.Id"
    )]
    [InlineData("new ProfilesClient().Query().Select(p => new { p.Id, p.[|Relationship|] })")]
    public Task NotServedByShape_Triggers(string query) =>
        Verify.AnalyzerAsync<FieldNotServedAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData(
        "var beta = AnthropicBeta.UserProfiles2026_09_04; var q = client.Query().WithBeta(beta).Where(p => p.[|ExternalId|] == text);"
    )]
    [InlineData(
        "var q = client.Query().Where(p => p.[|ExternalId|] == text); q = q.WithBeta(\"user-profiles-2026-09-04\");"
    )]
    [InlineData(
        "var own = new ProfilesClient(new ProfilesClientOptions { Betas = [\"user-profiles-2026-09-04\"] }); await own.Query().AnyAsync(p => p.[|ExternalId|] == text);"
    )]
    [InlineData(
        "await foreach (var p in client.Query().WithBeta(\"user-profiles-2026-09-04\").WithCancellation(default)) Console.WriteLine(p.[|ExternalId|]);"
    )]
    [InlineData(
        "var p = await client.Query().WithBeta(\"user-profiles-2026-09-04\").FirstAsync(); Console.WriteLine(p.[|ExternalId|]);"
    )]
    public Task AcrossStatements_Triggers(string statements) =>
        Verify.AnalyzerAsync<FieldNotServedAnalyzer>(statements);

    [Theory]
    [InlineData("var q = client.Query().Where(p => p.ExternalId == text);")]
    [InlineData("var q = Profiles.Query().Select(p => p.Relationship);")]
    [InlineData("var q = client.Query().WithBeta(\"user-profiles-2026-03-24\").Where(p => p.ExternalId == text);")]
    [InlineData("var q = client.Query().WithBeta(text).Where(p => p.ExternalId == text);")]
    [InlineData("var q = client.Query().WithBeta(\"user-profiles-2027-01-01\").Where(p => p.ExternalId == text);")]
    [InlineData(
        "var q = client.Query().WithBeta(\"user-profiles-2026-09-04\").Where(p => p.EnforcementStatus == \"banned\");"
    )]
    [InlineData(
        "var q = client.Query(); if (flag) q = q.WithBeta(\"user-profiles-2026-09-04\"); q = q.Where(p => p.ExternalId == text);"
    )]
    [InlineData(
        "var other = new UserProfile(); var q = client.Query().WithBeta(\"user-profiles-2026-09-04\").Where(p => p.Name == other.ExternalId);"
    )]
    [InlineData(
        "var q = ProfileQuery.FromItems([new UserProfile { ExternalId = text }]).Where(p => p.ExternalId == text);"
    )]
    [InlineData(
        "var q = client.Query().WithBeta(flag ? \"user-profiles-2026-03-24\" : \"user-profiles-2026-09-04\").Where(p => p.ExternalId == text);"
    )]
    public Task ServedOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<FieldNotServedAnalyzer>(statements);

    [Fact]
    public Task NotServed_FixesToReplacement() =>
        Verify.FixAsync<FieldNotServedAnalyzer, MigrationFixer>(
            """
            var q = client.Query().WithBeta("user-profiles-2026-09-04").Where(p => p.[|ExternalId|] == text).Select(p => (object)new { p.[|ExternalId|] });
            var r = new ProfilesClient().Query().Select(p => p.[|ExternalUserOnboardedAt|]);
            """,
            """
            var q = client.Query().WithBeta("user-profiles-2026-09-04").Where(p => p.ExternalUserDetails.ReferenceId == text).Select(p => (object)new { ExternalId = p.ExternalUserDetails.ReferenceId });
            var r = new ProfilesClient().Query().Select(p => p.ExternalUserDetails.OnboardedAt);
            """
        );

    [Theory]
    [InlineData("var r = new ProfilesClient().Query().Select(p => p.[|TrustGrants|]);")]
    [InlineData("var r = client.Query().WithBeta(\"user-profiles-2026-09-04\").Select(p => p.[|Relationship|]);")]
    public Task OfAnotherType_DoesNotFix(string statements) =>
        Verify.FixAsync<FieldNotServedAnalyzer, MigrationFixer>(statements, statements);
}
