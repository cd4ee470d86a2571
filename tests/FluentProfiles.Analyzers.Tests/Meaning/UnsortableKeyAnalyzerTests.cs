using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class UnsortableKeyAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().[|OrderBy(p => p.UpdatedAt)|]")]
    [InlineData("client.Query().[|OrderByDescending(key: p => p.Metadata[\"a\"])|].Take(5)")]
    [InlineData("Profiles.Query().[|OrderBy(p => p.Name!.Length)|]")]
    [InlineData("client.Query().Skip(5).[|OrderBy(p => p.Id)|]")]
    [InlineData("client.Query().OrderBy(p => p.Name).[|OrderBy(p => p.Id)|]")]
    [InlineData("client.Query().Select(p => p.Name!.Trim()).[|OrderBy(n => n)|]")]
    [InlineData("client.Query().Select(p => new { p.Id, p.Name }).[|OrderBy(x => x.Id)|]")]
    [InlineData("ProfileQuery.FromItems([]).[|OrderBy(p => p.UpdatedAt)|]")]
    [InlineData("client.Query().[|OrderBy(p => p.UpdatedAt)|].Take(5).Where(p => texts.Contains(p.Id))")]
    [InlineData("client.Query().[|OrderBy(p => p.UpdatedAt)|].AllAsync(p => p.Id == text)")]
    [InlineData("from p in client.Query() orderby [|p.UpdatedAt|] select p.Id")]
    public Task UnsortableAndUnbounded_Triggers(string query) =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>($"var q = {query};");

    [Fact]
    public Task Local_Triggers() =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>(
            "var q = client.Query(); q = q.[|OrderBy(p => p.UpdatedAt)|]; await q.ToListAsync();"
        );

    [Theory]
    [InlineData("client.Query().OrderBy(p => p.CreatedAt)")]
    [InlineData("client.Query().OrderByDescending(p => p.Name)")]
    [InlineData("client.Query().OrderBy()")]
    [InlineData("client.Query().Take(5).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Take(5).Select(p => p.Id).OrderBy(x => x)")]
    [InlineData("client.Query().OrderBy(p => p.UpdatedAt).OrderBy(p => p.Name)")]
    [InlineData("client.Query().Where(p => texts.Contains(p.Id)).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Select(p => new { p.Id, N = p.Name }).OrderBy(x => x.N)")]
    [InlineData("client.Query().AsAsyncEnumerable().OrderBy(p => p.UpdatedAt)")]
    [InlineData("given.OrderBy(p => p.UpdatedAt)")]
    [InlineData("from p in client.Query() orderby p.Name select p.Id")]
    public Task SortableOrBoundedOrUnknown_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>($"var q = {query};");

    [Fact]
    public Task Unsortable_FixesByLeaving() =>
        Verify.FixAsync<UnsortableKeyAnalyzer, UnsortableKeyFixer>(
            "var a = await client.Query().[|OrderBy(p => p.UpdatedAt)|].ToListAsync(); await foreach (var p in client.Query().[|OrderBy(p => p.Id)|]) { }",
            "var a = await client.Query().AsAsyncEnumerable().OrderBy(p => p.UpdatedAt).ToListAsync(); await foreach (var p in client.Query().AsAsyncEnumerable().OrderBy(p => p.Id)) { }"
        );

    [Theory]
    [InlineData("var q = client.Query().[|OrderBy(p => p.UpdatedAt)|];")]
    [InlineData("await client.Query().[|OrderBy(p => p.UpdatedAt)|].WithPageSize(5).ToListAsync();")]
    public Task NeedsQueryLater_DoesNotFix(string statements) =>
        Verify.FixAsync<UnsortableKeyAnalyzer, UnsortableKeyFixer>(statements, statements);
}
