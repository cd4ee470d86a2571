namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class UnsupportedExpressionAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().Select(p => p.Name!.Trim()).Where(n => n != \"\").[|OrderBy()|]")]
    [InlineData("client.Query().Select(p => p.Name!.Trim()).Where(n => n != \"\").[|WithDetails()|]")]
    [InlineData("given.Select(p => p.Name).WhereOnClient(n => n != null).[|OrderByDescending()|]")]
    public Task BehindSelect_Triggers(string query) =>
        Verify.AnalyzerAsync<UnsupportedExpressionAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("client.Query().OrderBy().Select(p => p.Name!.Trim())")]
    [InlineData("client.Query().Select(p => p.Name).Where(n => n != null).OrderBy()")]
    [InlineData("client.Query().Select(p => p.Name!.Trim()).OrderBy()")]
    [InlineData("client.Query().WhereOnClient(p => p.Name != null).OrderBy().WithDetails()")]
    [InlineData("client.Query().Select(p => p.Programs.Cyber!.Status).Where(s => s == ProgramStatus.Active).OrderBy()")]
    [InlineData("from p in client.Query() let n = p.Name where n != null orderby p.CreatedAt select n.Length")]
    public Task BeforeOrSeenThrough_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<UnsupportedExpressionAnalyzer>($"var q = {query};");
}
