using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class OutdatedFieldAnalyzerTests
{
    [Theory]
    [InlineData("var q = client.Query().Where(p => p.[|ExternalId|] == text);")]
    [InlineData("var q = given.Select(p => p.[|TrustGrants|]);")]
    [InlineData("var q = from p in Profiles.Query() where p.[|Relationship|] == \"resold\" select p.Id;")]
    [InlineData(
        "var q = client.Query().WithBeta(\"user-profiles-billing-2026-10-01\").Where(p => p.[|ExternalId|] == text);"
    )]
    [InlineData("var p = await client.GetAsync(\"uprof_1\"); Console.WriteLine(p.[|ExternalId|]);")]
    [InlineData("Func<UserProfile, string?> read = p => p.[|ExternalId|];")]
    [InlineData(
        "var q = Profiles.Query().Select(p => p.[|ExternalId|]); await client.DeleteAsync(text, new() { Betas = [\"user-profiles-2026-08-18\"] });"
    )]
    public Task OnlyOlderShapes_Triggers(string statements) => Verify.AnalyzerAsync<OutdatedFieldAnalyzer>(statements);

    [Theory]
    [InlineData("var q = client.Query().WithBeta(\"user-profiles-2026-03-24\").Where(p => p.ExternalId == text);")]
    [InlineData("var q = client.Query().WithBeta(text).Where(p => p.ExternalId == text);")]
    [InlineData("var q = new ProfilesClient().Query().Where(p => p.ExternalId == text);")]
    [InlineData(
        "var q = client.Query().Where(p => p.ExternalId == text); q = q.WithBeta(\"user-profiles-2026-03-24\");"
    )]
    [InlineData(
        "var p = await client.GetAsync(\"uprof_1\", new() { Betas = [AnthropicBeta.UserProfiles2026_03_24] }); Console.WriteLine(p.ExternalId);"
    )]
    [InlineData("var p = new UserProfile { ExternalId = text }; Console.WriteLine(nameof(p.ExternalId));")]
    [InlineData("var q = client.Query().Where(p => p.AccessType == text);")]
    [InlineData("var q = ProfileQuery.FromItems([]).Where(p => p.ExternalId == text);")]
    public Task ShapeInSightOrCurrentField_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<OutdatedFieldAnalyzer>(statements);

    [Theory]
    [InlineData("new { p?.[|ExternalId|] }", "new { ExternalId = p?.ExternalUserDetails.ReferenceId }")]
    [InlineData(
        "new { all?.First().[|ExternalId|] }",
        "new { ExternalId = all?.First().ExternalUserDetails.ReferenceId }"
    )]
    [InlineData(
        "new { all?.FirstOrDefault()?.[|ExternalId|], text }",
        "new { ExternalId = all?.FirstOrDefault()?.ExternalUserDetails.ReferenceId, text }"
    )]
    [InlineData("(p?.[|ExternalId|], 1)", "(ExternalId: p?.ExternalUserDetails.ReferenceId, 1)")]
    [InlineData("(p!.[|ExternalId|], 1)", "(ExternalId: p!.ExternalUserDetails.ReferenceId, 1)")]
    [InlineData("new { Id = p?.[|ExternalId|] }", "new { Id = p?.ExternalUserDetails.ReferenceId }")]
    [InlineData("(Id: p?.[|ExternalId|], 1)", "(Id: p?.ExternalUserDetails.ReferenceId, 1)")]
    [InlineData("new { p?.[|ExternalId|]?.Length }", "new { p?.ExternalUserDetails.ReferenceId?.Length }")]
    [InlineData("new[] { p?.[|ExternalId|] }", "new[] { p?.ExternalUserDetails.ReferenceId }")]
    public Task FieldThatNamesAMember_KeepsItsName(string before, string after) =>
        Verify.FixAsync<OutdatedFieldAnalyzer, MigrationFixer>(
            $"List<UserProfile>? all = flag ? [] : null; var p = all?.FirstOrDefault(); var x = {before};",
            $"List<UserProfile>? all = flag ? [] : null; var p = all?.FirstOrDefault(); var x = {after};"
        );

    [Fact]
    public Task Outdated_FixesToReplacement() =>
        Verify.FixAsync<OutdatedFieldAnalyzer, MigrationFixer>(
            "var q = client.Query().Where(p => p.[|ExternalId|] == text).Select(p => new { p.Id, p.[|ExternalUserOnboardedAt|] });",
            "var q = client.Query().Where(p => p.ExternalUserDetails.ReferenceId == text).Select(p => new { p.Id, ExternalUserOnboardedAt = p.ExternalUserDetails.OnboardedAt });"
        );
}
