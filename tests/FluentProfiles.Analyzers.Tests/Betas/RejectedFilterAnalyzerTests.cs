namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class RejectedFilterAnalyzerTests
{
    private const string Old = "client.Query().WithBeta(\"user-profiles-2026-09-04\")";

    [Theory]
    [InlineData(".Where(p => p.[|EnforcementStatus|] == EnforcementStatus.Banned)")]
    [InlineData(".Where(p => p.Name != null && p.[|EnforcementStatus|] == \"banned\")")]
    [InlineData(".Where(p => p.[|EnforcementStatus|] == \"banned\" || p.[|EnforcementStatus|] == \"pending\")")]
    [InlineData(".Where(p => new[] { EnforcementStatus.Banned }.Contains(p.[|EnforcementStatus|]))")]
    [InlineData(".Where(p => new List<EnforcementStatus>().Contains(p.[|EnforcementStatus|]))")]
    [InlineData(".Where(p => p.[|EnforcementStatus|].Equals(EnforcementStatus.Banned))")]
    public Task SentUnderOldShape_Triggers(string step) =>
        Verify.AnalyzerAsync<RejectedFilterAnalyzer>($"var q = {Old}{step};");

    [Fact]
    public Task TerminalAndQuerySyntax_Triggers() =>
        Verify.AnalyzerAsync<RejectedFilterAnalyzer>(
            $$"""
            await {{Old}}.AnyAsync(p => p.[|EnforcementStatus|] == "banned");
            var q = from p in {{Old}} where p.[|EnforcementStatus|] == "banned" select p.Id;
            """
        );

    [Theory]
    [InlineData(Old + ".Where(p => p.EnforcementStatus != EnforcementStatus.Banned)")]
    [InlineData(Old + ".Take(5).Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData(Old + ".Where(p => p.EnforcementStatus == default)")]
    [InlineData(Old + ".Where(p => p.EnforcementStatus == EnforcementStatus.Banned || p.Name == null)")]
    [InlineData(Old + ".WhereOnClient(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData(Old + ".Select(p => p.EnforcementStatus)")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData("new ProfilesClient().Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData("client.Query().WithBeta(text).Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    public Task NotSentOrServed_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<RejectedFilterAnalyzer>($"var q = {query};");
}
