using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Use;

public sealed class CountInsteadOfAnyAnalyzerTests
{
    [Theory]
    [InlineData("[|await client.Query().CountAsync() > 0|]")]
    [InlineData("[|(await given.CountAsync(p => p.Name != null)) != 0|]")]
    [InlineData("[|0 < await client.Query().LongCountAsync()|]")]
    [InlineData("[|await client.Query().CountAsync() >= 1|] && flag")]
    [InlineData("[|(await client.Query().ToListAsync()).Count == zero|]")]
    [InlineData("[|(await client.Query().ToArrayAsync()).Length < 1|]")]
    [InlineData("[|await (from p in client.Query() select p.Id).CountAsync() > 0|]")]
    public Task CountedToLearnWhetherAny_Triggers(string condition) =>
        Verify.AnalyzerAsync<CountInsteadOfAnyAnalyzer>($"const int zero = 0; var b = {condition} || zero > 1;");

    [Theory]
    [InlineData("await client.Query().CountAsync() > 1")]
    [InlineData("await client.Query().CountAsync() == 5")]
    [InlineData("await client.Query().CountAsync() > number")]
    [InlineData("await client.Query().CountAsync() >= 0")]
    [InlineData("(await client.Query().AsAsyncEnumerable().CountAsync()) > 0")]
    [InlineData("texts.Count() > 0")]
    public Task OtherNumber_DoesNotTrigger(string condition) =>
        Verify.AnalyzerAsync<CountInsteadOfAnyAnalyzer>($"var b = {condition};");

    [Fact]
    public Task Counted_FixesToAny() =>
        Verify.FixAsync<CountInsteadOfAnyAnalyzer, CountInsteadOfAnyFixer>(
            """
            var a = [|await client.Query().CountAsync(p => p.Name != null) > 0|];
            var b = [|0 == await client.Query().LongCountAsync()|] && flag;
            if ([|(await client.Query().ToListAsync(default)).Count == 0|]) { }
            """,
            """
            var a = await client.Query().AnyAsync(p => p.Name != null);
            var b = !await client.Query().AnyAsync() && flag;
            if (!await client.Query().AnyAsync(default)) { }
            """
        );
}
