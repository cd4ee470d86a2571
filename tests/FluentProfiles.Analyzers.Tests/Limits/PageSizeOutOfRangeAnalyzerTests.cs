using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Limits;

public sealed class PageSizeOutOfRangeAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().WithPageSize([|0|])")]
    [InlineData("Profiles.Query().WithPageSize([|101|]).Take(3)")]
    [InlineData("given.WithPageSize([|-1|])")]
    [InlineData("client.Query().WithPageSize(size: [|10 * 20|])")]
    [InlineData("(from p in client.Query() where p.Name != null select p.Id).WithPageSize([|500|])")]
    [InlineData("ProfileQuery.FromItems([]).WithPageSize([|flag ? 200 : 200|])")]
    public Task OutsideOneToHundred_Triggers(string query) =>
        Verify.AnalyzerAsync<PageSizeOutOfRangeAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("const int size = 101;")]
    [InlineData("var size = 101;")]
    [InlineData("int first = 101; int size = first;")]
    public Task Local_Triggers(string declaration) =>
        Verify.AnalyzerAsync<PageSizeOutOfRangeAnalyzer>(
            $"{declaration} var q = client.Query().WithPageSize([|size|]);"
        );

    [Theory]
    [InlineData("private const int Size = 101;")]
    [InlineData("private static readonly int Size = 101;")]
    [InlineData("private static readonly int Size = -1;")]
    public Task Field_Triggers(string field) =>
        Verify.AnalyzerAsync<PageSizeOutOfRangeAnalyzer>("var q = client.Query().WithPageSize([|Size|]);", field);

    [Fact]
    public Task Reassignment_TriggersOnce() =>
        Verify.AnalyzerAsync<PageSizeOutOfRangeAnalyzer>(
            "var q = client.Query(); q = q.WithPageSize([|0|]); q = q.Take(2); await q.Take(1).ToListAsync();"
        );

    [Theory]
    [InlineData("client.Query().WithPageSize(1)")]
    [InlineData("client.Query().WithPageSize(100)")]
    [InlineData("client.Query().WithPageSize(number)")]
    [InlineData("client.Query().WithPageSize(flag ? 200 : 100)")]
    [InlineData("client.Query().Take(500)")]
    public Task WithinOrUnknown_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<PageSizeOutOfRangeAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("var size = 101; if (flag) size = 10;")]
    [InlineData("var size = 101; size++;")]
    [InlineData("var size = 101; size -= 5;")]
    [InlineData("var size = 101; int.TryParse(text, out size);")]
    public Task LocalThatChanges_DoesNotTrigger(string declaration) =>
        Verify.AnalyzerAsync<PageSizeOutOfRangeAnalyzer>($"{declaration} var q = client.Query().WithPageSize(size);");

    [Fact]
    public Task FieldThatChanges_DoesNotTrigger() =>
        Verify.AnalyzerAsync<PageSizeOutOfRangeAnalyzer>(
            "var q = client.Query().WithPageSize(Size).WithPageSize(Other);",
            "private static int Size = 101; private static readonly int Other = 101; static Sample() { Other = 5; }"
        );

    [Fact]
    public Task OutOfRange_FixesToNearestBound() =>
        Verify.FixAsync<PageSizeOutOfRangeAnalyzer, PageSizeOutOfRangeFixer>(
            "var q = client.Query().WithPageSize([|0|]); var r = client.Query().WithPageSize(size: [|2 * 100|]);",
            "var q = client.Query().WithPageSize(1); var r = client.Query().WithPageSize(size: 100);"
        );
}
