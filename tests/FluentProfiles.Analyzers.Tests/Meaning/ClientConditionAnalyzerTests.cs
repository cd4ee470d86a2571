namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class ClientConditionAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().Where(p => [|p.Name == text|])")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == \"banned\" && [|p.Metadata[\"a\"] == text|])")]
    [InlineData("Profiles.Query().Where(p => [|p.EnforcementStatus == \"banned\" || p.Name == null|])")]
    [InlineData("from p in client.Query() where [|p.Name == null|] select p.Id")]
    public Task OnClient_Triggers(string query) => Verify.AnalyzerAsync<ClientConditionAnalyzer>($"var q = {query};");

    [Fact]
    public Task Terminal_Triggers() =>
        Verify.AnalyzerAsync<ClientConditionAnalyzer>(
            "await client.Query().CountAsync(predicate: p => [|p.Name == null|]);"
        );

    [Theory]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == \"banned\")")]
    [InlineData("client.Query().Where(p => p.CreatedAt > DateTimeOffset.UtcNow)")]
    [InlineData("client.Query().Where(p => p.Id == text && p.Name == null)")]
    [InlineData("client.Query().Take(5).Where(p => p.Name == null)")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus != \"banned\")")]
    [InlineData("client.Query().WhereOnClient(p => p.Name == null)")]
    [InlineData("given.Where(p => p.Name == null)")]
    [InlineData("ProfileQuery.FromItems([]).Where(p => p.Name == null)")]
    public Task ServiceOrBoundedOrUnknown_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<ClientConditionAnalyzer>($"var q = {query};");
}
