namespace FluentProfiles.Analyzers.Tests.Limits;

public sealed class TakeZeroAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().[|Take(0)|]")]
    [InlineData("given.[|Take(count: 1 - 1)|]")]
    [InlineData("(from p in client.Query() select p.Id).[|Take(0)|]")]
    public Task Zero_Triggers(string query) => Verify.AnalyzerAsync<TakeZeroAnalyzer>($"var q = {query};");

    [Fact]
    public Task Const_Triggers() =>
        Verify.AnalyzerAsync<TakeZeroAnalyzer>("const int none = 0; var q = client.Query().[|Take(none)|];");

    [Theory]
    [InlineData("client.Query().Take(1)")]
    [InlineData("client.Query().Take(-1)")]
    [InlineData("client.Query().Skip(0)")]
    [InlineData("client.Query().Take(number)")]
    [InlineData("texts.Take(0)")]
    public Task Other_DoesNotTrigger(string query) => Verify.AnalyzerAsync<TakeZeroAnalyzer>($"var q = {query};");
}
