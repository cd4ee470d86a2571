namespace FluentProfiles.Analyzers.Tests.Use;

public sealed class DroppedQueryAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().[|Where|](p => p.Name != null);")]
    [InlineData("client.[|Query|]();")]
    [InlineData("var q = client.Query(); q.[|Take|](5); await q.ToListAsync();")]
    [InlineData("given.[|WithBeta|](\"user-profiles-2026-09-04\");")]
    [InlineData("client.Query().[|AsPages|]();")]
    [InlineData("Func<UserProfile, bool> test = p => true; client.Query().[|Where|](test);")]
    public Task Dropped_Triggers(string statements) => Verify.AnalyzerAsync<DroppedQueryAnalyzer>(statements);

    [Theory]
    [InlineData("_ = client.Query().Where(p => p.Name != null);")]
    [InlineData("var q = client.Query().Take(5);")]
    [InlineData("await client.Query().ToListAsync();")]
    [InlineData("client.Query().Explain();")]
    [InlineData("Action act = () => client.Query().Take(number); act();")]
    [InlineData("ProfileQuery<UserProfile> Small() => client.Query().Take(number); _ = Small();")]
    [InlineData("await foreach (var p in client.Query()) { }")]
    public Task Used_DoesNotTrigger(string statements) => Verify.AnalyzerAsync<DroppedQueryAnalyzer>(statements);
}
