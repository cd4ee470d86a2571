using System.Globalization;
using FluentProfiles.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

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
    [InlineData("var n = await client.Query().Select(p => p.Id.Length).[|AggregateAsync|]((a, b) => a + b);")]
    [InlineData("var n = await (from p in client.Query() select p.Id.Length).[|AggregateAsync|]((a, b) => a + b);")]
    [InlineData("var n = await client.Query().[|AggregateAsync|](0, (sum, p) => sum + p.Id.Length);")]
    [InlineData(
        "Console.WriteLine(await Profiles.Query().Select(p => p.Id.Length).[|AggregateAsync|]((a, b) => a + b).ConfigureAwait(false));"
    )]
    [InlineData(
        "var n = await client.Query().Select(p => p.Id.Length).WithPageSize(5).[|AggregateAsync|]((a, b) => a + b, default);"
    )]
    [InlineData("var n = await System.Linq.AsyncEnumerable.[|SumAsync|](client.Query().Select(p => p.Id.Length));")]
    [InlineData(
        "var n = await client.Query().Where(p => p.Name != null).Select(p => (double?)p.Id.Length).[|AggregateAsync|]((a, b) => a + b);"
    )]
    [InlineData("await foreach (var g in client.Query().[|CountBy|](p => p.AccessType)) Console.WriteLine(g.Key);")]
    [InlineData(
        "var q = client.Query().Select(p => p.Id.Length); var n = await q.[|AggregateAsync|]((a, b) => a + b);"
    )]
    public Task BoundToAnySequence_Triggers(string statements) =>
        Verify.AnalyzerAsync<ForeignOperatorAnalyzer>(statements, "private static bool Test(UserProfile p) => true;");

    // System.Linq.Async keeps what .NET did not take over in a class of its own.
    [Fact]
    public async Task OperatorOfAPackage_Triggers()
    {
        var package = CSharpSyntaxTree.ParseText(
            """
            namespace System.Linq
            {
                public static class AsyncEnumerableDeprecated
                {
                    public static System.Collections.Generic.IEnumerable<T> ToEnumerable<T>(
                        this System.Collections.Generic.IAsyncEnumerable<T> source) => [];
                }
            }
            """,
            Source.ParseOptions
        );
        var code = CSharpSyntaxTree.ParseText(Source.Of("var q = client.Query().ToEnumerable();"), Source.ParseOptions);

        var found = await Source
            .Compilation.AddSyntaxTrees(package, code)
            .WithAnalyzers([new ForeignOperatorAnalyzer()])
            .GetAnalyzerDiagnosticsAsync();

        Assert.Single(found);
    }

    [Theory]
    [InlineData("Where(test)", "Where", true)]
    [InlineData("OrderBy(p => p.Name, StringComparer.Ordinal)", "OrderBy", true)]
    [InlineData("GroupBy(p => p.Name)", "GroupBy", false)]
    [InlineData("CountBy(p => p.Name)", "CountBy", false)]
    [InlineData("Distinct()", "Distinct", false)]
    [InlineData("Select(p => p.Id.Length).AggregateAsync((a, b) => a + b)", "AggregateAsync", false)]
    public async Task Message_SaysWhatHelps(string call, string name, bool hasOperator)
    {
        var found = await Diagnoses.OfAsync(Function + $"var q = client.Query().{call};");

        var message = Assert.Single(found, one => one.Id == "FP0207").GetMessage(CultureInfo.InvariantCulture);
        Assert.Equal(
            hasOperator
                ? $"This {name} is the one of System.Linq.AsyncEnumerable, which reads every page; pass only a lambda that"
                    + " the query can see, or write AsAsyncEnumerable() before it to make this explicit"
                : $"A query has no {name}, so every page is read and it runs on the client; write AsAsyncEnumerable()"
                    + " before it to make this explicit",
            message
        );
    }

    [Theory]
    [InlineData(Function + "var q = client.Query().AsAsyncEnumerable().Where(test);")]
    [InlineData(Function + "var q = client.Query().Take(50).Where(test);")]
    [InlineData(Function + "var q = client.Query().WhereOnClient(test);")]
    [InlineData(Function + "var q = given.Where(test);")]
    [InlineData(Function + "var q = ProfileQuery.FromItems([]).Where(test);")]
    [InlineData("var q = client.Query().Where(p => texts.Contains(p.Id)).GroupBy(p => p.Name);")]
    [InlineData("var q = client.Query().Where(p => p.Name != null);")]
    [InlineData("var n = await client.Query().Select(p => p.Id.Length).SumAsync();")]
    [InlineData("var n = await client.Query().Select(p => (decimal?)p.Id.Length).AverageAsync();")]
    [InlineData("var n = await client.Query().SumAsync(p => p.Id.Length);")]
    [InlineData("var n = await client.Query().CountByAsync(p => p.AccessType);")]
    public Task OpenlyOrBoundedOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<ForeignOperatorAnalyzer>(statements);

    [Fact]
    public Task Foreign_FixesByLeaving() =>
        Verify.FixAsync<ForeignOperatorAnalyzer, ForeignOperatorFixer>(
            "var q = client.Query().[|GroupBy|](p => p.Name); var r = client.Query().WithPageSize(5).[|Distinct|](); var n = await client.Query().Select(p => p.Id.Length).[|AggregateAsync|]((a, b) => a + b);",
            "var q = client.Query().AsAsyncEnumerable().GroupBy(p => p.Name); var r = client.Query().WithPageSize(5).AsAsyncEnumerable().Distinct(); var n = await client.Query().Select(p => p.Id.Length).AsAsyncEnumerable().AggregateAsync((a, b) => a + b);"
        );
}
