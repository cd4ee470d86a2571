using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class NegatedStatusAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().Where(p => [|p.EnforcementStatus != EnforcementStatus.Banned|])")]
    [InlineData("given.Where(p => p.Name != null && [|text != p.EnforcementStatus|])")]
    [InlineData("from p in client.Query() where [|p.EnforcementStatus != \"banned\"|] select p.Id")]
    public Task Negated_Triggers(string query) => Verify.AnalyzerAsync<NegatedStatusAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData("client.Query().Take(5).Where(p => p.EnforcementStatus != EnforcementStatus.Banned)")]
    [InlineData("client.Query().WhereOnClient(p => p.EnforcementStatus != EnforcementStatus.Banned)")]
    [InlineData(
        "client.Query().WithBeta(\"user-profiles-2026-09-04\").Where(p => p.EnforcementStatus != EnforcementStatus.Banned)"
    )]
    [InlineData("ProfileQuery.FromItems([]).Where(p => p.EnforcementStatus != EnforcementStatus.Banned)")]
    [InlineData("client.Query().Where(p => p.AccessType != AccessType.Passthrough)")]
    public Task NotNegatedOrElsewhere_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<NegatedStatusAnalyzer>($"var q = {query};");

    [Fact]
    public Task Negated_FixesToOthers() =>
        Verify.FixAsync<NegatedStatusAnalyzer, NegatedStatusFixer>(
            "var q = client.Query().Where(p => [|p.EnforcementStatus != \"banned\"|] && p.Name != null).Where(p => [|p.EnforcementStatus != EnforcementStatus.Pending|]);",
            "var q = client.Query().Where(p => (p.EnforcementStatus == EnforcementStatus.Unrestricted || p.EnforcementStatus == EnforcementStatus.Pending || p.EnforcementStatus == EnforcementStatus.Restricted) && p.Name != null).Where(p => (p.EnforcementStatus == EnforcementStatus.Unrestricted || p.EnforcementStatus == EnforcementStatus.Restricted || p.EnforcementStatus == EnforcementStatus.Banned));"
        );

    [Theory]
    [InlineData("var q = client.Query().Where(p => [|p.EnforcementStatus != text|]);")]
    [InlineData("var n = await client.Query().FromPage(text).CountAsync(p => [|p.EnforcementStatus != \"banned\"|]);")]
    [InlineData("var q = client.Query().Where(p => [|p.EnforcementStatus != \"banned\"|]).FromPage(text);")]
    [InlineData("var q = client.Query().ResumeFrom(text).Where(p => [|p.EnforcementStatus != \"banned\"|]);")]
    [InlineData(
        "var q = client.Query(); if (flag) q = q.FromPage(text); var n = await q.CountAsync(p => [|p.EnforcementStatus != \"banned\"|]);"
    )]
    [InlineData("var n = await given.CountAsync(p => [|p.EnforcementStatus != \"banned\"|]);")]
    public Task UnknownValueOrListing_DoesNotFix(string statements) =>
        Verify.FixAsync<NegatedStatusAnalyzer, NegatedStatusFixer>(statements, statements);
}
