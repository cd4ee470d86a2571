namespace FluentProfiles.Analyzers.Tests.Limits;

public sealed class SkipReadsAndDropsAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().[|Skip(10)|].Take(10)")]
    [InlineData("client.Query().[|Skip(number)|]")]
    [InlineData("given.[|Skip(count: 2 + 3)|]")]
    [InlineData("(from p in client.Query() select p.Id).[|Skip(1)|]")]
    public Task Skip_Triggers(string query) => Verify.AnalyzerAsync<SkipReadsAndDropsAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("client.Query().Skip(0)")]
    [InlineData("client.Query().Skip(-1)")]
    [InlineData("ProfileQuery.FromItems([]).Skip(5)")]
    [InlineData("client.Query().AsAsyncEnumerable().Skip(5)")]
    public Task NothingFetched_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<SkipReadsAndDropsAnalyzer>($"var q = {query};");
}
