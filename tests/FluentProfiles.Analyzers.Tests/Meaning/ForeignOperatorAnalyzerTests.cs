using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class ForeignOperatorAnalyzerTests
{
    private const string Function = "Func<UserProfile, bool> test = p => p.Name != null; ";

    [Theory]
    [InlineData(Function + "var q = client.Query().[|Where|](test);")]
    [InlineData("var q = Profiles.Query().[|GroupBy|](p => p.Name);")]
    [InlineData("var q = client.Query().[|OrderBy|](p => p.Name, StringComparer.Ordinal);")]
    [InlineData("var q = client.Query(); var r = q.[|Where|](Test);")]
    [InlineData("var q = (from p in client.Query() select p.Id).[|Distinct|]();")]
    public Task BoundToAnySequence_Triggers(string statements) =>
        Verify.AnalyzerAsync<ForeignOperatorAnalyzer>(statements, "private static bool Test(UserProfile p) => true;");

    [Theory]
    [InlineData(Function + "var q = client.Query().AsAsyncEnumerable().Where(test);")]
    [InlineData(Function + "var q = client.Query().Take(50).Where(test);")]
    [InlineData(Function + "var q = client.Query().WhereOnClient(test);")]
    [InlineData(Function + "var q = given.Where(test);")]
    [InlineData(Function + "var q = ProfileQuery.FromItems([]).Where(test);")]
    [InlineData("var q = client.Query().Where(p => texts.Contains(p.Id)).GroupBy(p => p.Name);")]
    [InlineData("var q = client.Query().Where(p => p.Name != null);")]
    public Task OpenlyOrBoundedOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<ForeignOperatorAnalyzer>(statements);

    [Fact]
    public Task Foreign_FixesByLeaving() =>
        Verify.FixAsync<ForeignOperatorAnalyzer, ForeignOperatorFixer>(
            "var q = client.Query().[|GroupBy|](p => p.Name); var r = client.Query().WithPageSize(5).[|Distinct|]();",
            "var q = client.Query().AsAsyncEnumerable().GroupBy(p => p.Name); var r = client.Query().WithPageSize(5).AsAsyncEnumerable().Distinct();"
        );
}
