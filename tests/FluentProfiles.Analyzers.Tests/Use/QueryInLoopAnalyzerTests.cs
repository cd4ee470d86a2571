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
    [InlineData(
        "foreach (var t in texts) { var i = number; await client.Query().Where(p => p.Id == t).CountAsync(); }"
    )]
    public Task BoundedOrOnceOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<QueryInLoopAnalyzer>(statements);

    [Theory]
    [InlineData("foreach (var c in new[] { client }) await c.Query().ToListAsync();")]
    [InlineData("foreach (var t in texts) await client.Query().WithWorkspace(t).ToListAsync();")]
    [InlineData("foreach (var t in texts) await client.Query().CountAsync(p => p.EnforcementStatus == t);")]
    [InlineData(
        "foreach (var t in texts) await client.Query().Where(p => p.CreatedAt > DateTimeOffset.Parse(t)).ToListAsync();"
    )]
    [InlineData(
        "for (var i = 0; i < 3; i++) { var day = i; await foreach (var p in client.Query().Where(p => p.CreatedAt.Day == 1 && p.CreatedAt < DateTimeOffset.MaxValue.AddDays(-day))) { } }"
    )]
    public Task AnotherListingEachTime_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<QueryInLoopAnalyzer>(statements);

    [Theory]
    [InlineData(
        "Func<Task<List<UserProfile>>> f = async () => { for (var i = 0; ; i++) return await client.Query().ToListAsync(); };"
    )]
    [InlineData(
        "for (var i = 0; i < 3; i++) { try { await client.Query().ToListAsync(); break; } catch (ProfilesException) { } }"
    )]
    public Task AgainOnlyOnFailure_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<QueryInLoopAnalyzer>(statements);
}
