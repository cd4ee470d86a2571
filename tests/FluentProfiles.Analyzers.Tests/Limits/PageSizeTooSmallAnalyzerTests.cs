using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Limits;

public sealed class PageSizeTooSmallAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().[|WithPageSize(10)|].Take(100)")]
    [InlineData("client.Query().Take(count: 100).[|WithPageSize(size: 99)|]")]
    [InlineData("client.Query().[|WithPageSize(30)|].Skip(20).Take(20)")]
    [InlineData("Profiles.Query().OrderBy(p => p.Name).[|WithPageSize(5 * 5)|].Take(50).Where(p => p.Name != null)")]
    [InlineData("(from p in client.Query() select p.Id).[|WithPageSize(1)|].Take(2)")]
    public Task MoreRequestsThanNeeded_Triggers(string query) =>
        Verify.AnalyzerAsync<PageSizeTooSmallAnalyzer>($"var q = {query};");

    [Fact]
    public Task Local_Triggers() =>
        Verify.AnalyzerAsync<PageSizeTooSmallAnalyzer>(
            "var size = 10; var q = client.Query().[|WithPageSize(size)|]; q = q.Take(100); await q.ToListAsync();"
        );

    [Theory]
    [InlineData("client.Query().WithPageSize(100).Take(1000)")]
    [InlineData("client.Query().WithPageSize(50).Take(50)")]
    [InlineData("client.Query().WithPageSize(60).Take(120)")]
    [InlineData("client.Query().WithPageSize(10)")]
    [InlineData("client.Query().WithPageSize(10).Take(number)")]
    [InlineData("client.Query().WithPageSize(10).Where(p => p.Name != null).Take(100)")]
    [InlineData("client.Query().WithPageSize(10).WithPageSize(100).Take(100)")]
    [InlineData("given.WithPageSize(10).Take(100)")]
    [InlineData("client.Query().FromPage(text).WithPageSize(10).Take(50)")]
    [InlineData("client.Query().WithPageSize(10).Take(50).FromPage(cursor: text)")]
    [InlineData("client.Query().WithPageSize(10).ResumeFrom(text).Take(50)")]
    public Task AsFewRequestsOrUnknown_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<PageSizeTooSmallAnalyzer>($"var q = {query};");

    [Fact]
    public Task TooSmall_FixesByRemoval() =>
        Verify.FixAsync<PageSizeTooSmallAnalyzer, PageSizeTooSmallFixer>(
            """
            var q = client.Query()
                .[|WithPageSize(10)|]
                .Take(100);
            var r = client.Query().Take(50).[|WithPageSize(5)|];
            """,
            """
            var q = client.Query()
                .Take(100);
            var r = client.Query().Take(50);
            """
        );

    [Fact]
    public Task CommentWithin_DoesNotFix() =>
        Verify.FixAsync<PageSizeTooSmallAnalyzer, PageSizeTooSmallFixer>(
            "var q = client.Query() /* why */ .[|WithPageSize(10)|].Take(100);",
            "var q = client.Query() /* why */ .[|WithPageSize(10)|].Take(100);"
        );
}
