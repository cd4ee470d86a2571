using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class ReplacedOrderAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().[|OrderBy(p => p.Name)|].OrderByDescending(p => p.CreatedAt)")]
    [InlineData("given.[|OrderBy()|].Where(p => p.Name != null).OrderBy(p => p.Name)")]
    [InlineData("client.Query().Take(5).[|OrderBy(p => p.Id)|].OrderBy(p => p.Name)")]
    [InlineData("from p in client.Query() orderby [|p.Name|] orderby p.CreatedAt select p.Id")]
    public Task Replaced_Triggers(string query) => Verify.AnalyzerAsync<ReplacedOrderAnalyzer>($"var q = {query};");

    [Fact]
    public Task Reassignment_Triggers() =>
        Verify.AnalyzerAsync<ReplacedOrderAnalyzer>(
            "var q = client.Query().[|OrderBy(p => p.Name)|]; q = q.OrderBy(p => p.CreatedAt); await q.ToListAsync();"
        );

    [Theory]
    [InlineData("var q = client.Query().OrderBy(p => p.Name);")]
    [InlineData("var q = client.Query().OrderBy(p => p.Name).Take(5).OrderBy(p => p.CreatedAt);")]
    [InlineData("var q = client.Query().OrderBy(p => p.Name).Reverse();")]
    [InlineData("var q = client.Query().OrderBy(p => p.Name); var a = q.Take(5); var b = q.OrderBy(p => p.CreatedAt);")]
    [InlineData(
        "var q = client.Query().OrderBy(p => p.Name); if (flag) q = q.OrderBy(p => p.CreatedAt); await q.ToListAsync();"
    )]
    public Task Counts_DoesNotTrigger(string statements) => Verify.AnalyzerAsync<ReplacedOrderAnalyzer>(statements);

    [Fact]
    public Task Replaced_FixesByRemoval() =>
        Verify.FixAsync<ReplacedOrderAnalyzer, ReplacedOrderFixer>(
            "var q = client.Query().[|OrderBy(p => p.Name)|].[|OrderBy()|].OrderByDescending(p => p.CreatedAt).Take(3);",
            "var q = client.Query().OrderByDescending(p => p.CreatedAt).Take(3);"
        );
}
