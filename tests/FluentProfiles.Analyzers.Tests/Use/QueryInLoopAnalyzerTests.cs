namespace FluentProfiles.Analyzers.Tests.Use;

public sealed class QueryInLoopAnalyzerTests
{
    [Theory]
    [InlineData("foreach (var t in texts) await client.Query().[|ToListAsync|]();")]
    [InlineData("for (var i = 0; i < 5; i++) { var n = await Profiles.Query().[|CountAsync|](p => p.Name == text); }")]
    [InlineData("foreach (var t in texts) await client.Query().[|FirstOrDefaultAsync|](p => p.Metadata[\"a\"] == t);")]
    [InlineData("var q = client.Query(); foreach (var t in texts) await q.[|ToListAsync|]().ConfigureAwait(false);")]
    [InlineData("foreach (var t in texts) await foreach (var p in [|client.Query()|]) { }")]
    [InlineData(
        "foreach (var t in texts) await (from p in client.Query() where p.Name == t select p.Id).[|ToListAsync|]();"
    )]
    public Task WholeListing_Triggers(string statements) => Verify.AnalyzerAsync<QueryInLoopAnalyzer>(statements);

    [Theory]
    [InlineData("foreach (var t in texts) await client.Query().Take(5).ToListAsync();")]
    [InlineData("foreach (var t in texts) await client.Query().FirstOrDefaultAsync(p => p.Id == t);")]
    [InlineData("foreach (var t in texts) await client.Query().FirstOrDefaultAsync();")]
    [InlineData("foreach (var t in texts) await given.ToListAsync();")]
    [InlineData("foreach (var t in texts) await ProfileQuery.FromItems([]).ToListAsync();")]
    [InlineData("foreach (var t in await client.Query().ToListAsync()) { }")]
    [InlineData("while (flag) { await client.Query().ToListAsync(); }")]
    [InlineData("foreach (var t in texts) await client.Query().WithMaxRequests(5).ToListAsync();")]
    [InlineData("foreach (var t in texts) await client.Query().ResumeFrom(t).ToPageAsync(5);")]
    [InlineData("foreach (var t in texts) { Func<Task> f = async () => await client.Query().ToListAsync(); }")]
    public Task BoundedOrOnceOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<QueryInLoopAnalyzer>(statements);
}
