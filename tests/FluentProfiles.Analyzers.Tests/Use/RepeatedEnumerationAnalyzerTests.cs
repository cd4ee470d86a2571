namespace FluentProfiles.Analyzers.Tests.Use;

public sealed class RepeatedEnumerationAnalyzerTests
{
    [Theory]
    [InlineData("await q.ToListAsync(); await [|q|].CountAsync();")]
    [InlineData("await foreach (var p in q) { } await foreach (var p in [|q|].WithCancellation(default)) { }")]
    [InlineData("var n = await q.CountAsync(); if (n > 0) { await foreach (var p in [|q|]) { } }")]
    public Task Twice_Triggers(string statements) =>
        Verify.AnalyzerAsync<RepeatedEnumerationAnalyzer>(
            $"var q = client.Query().Where(p => p.Name != null); {statements}"
        );

    [Theory]
    [InlineData("await q.ToListAsync();")]
    [InlineData("await q.AnyAsync(); await q.ToListAsync();")]
    [InlineData("await q.ToListAsync(); await q.CountAsync(p => p.Name == text);")]
    [InlineData("await q.ToListAsync(); q = q.Take(5); await q.ToListAsync();")]
    [InlineData("if (flag) { await q.ToListAsync(); } else { await q.ToListAsync(); }")]
    [InlineData("await q.Take(5).ToListAsync(); await q.Take(6).ToListAsync();")]
    public Task OnceOrAnother_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<RepeatedEnumerationAnalyzer>(
            $"var q = client.Query().Where(p => p.Name != null); {statements}"
        );
}
