using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace FluentProfiles.Analyzers.Tests.Use;

public sealed class NullSafeQuerySuppressorTests
{
    [Theory]
    [InlineData("var q = client.Query().Where(p => p.Name.Length > 3);")]
    [InlineData("var q = client.Query().Select(p => p.Programs.Cyber.Status);")]
    [InlineData("var q = client.Query().Where(p => p.Metadata[\"a\"].StartsWith(p.Name));")]
    [InlineData("var q = from p in client.Query() where p.Name.Length > 3 select p.Name.Trim();")]
    [InlineData("await client.Query().AnyAsync(p => p.Name.Length > 3);")]
    [InlineData(
        "_ = await given.ExecuteUpdateAsync(c => c.SetName(p => p.Name.Trim()).SetMetadata(\"a\", p => p.Programs.Cyber.Status.ToString()));"
    )]
    public async Task InsideQueryExpression_Suppresses(string statements) =>
        Assert.Empty(await WarningsAsync(statements));

    [Theory]
    [InlineData("var q = client.Query().WhereOnClient(p => p.Name.Length > 3);")]
    [InlineData("var q = new List<UserProfile>().Where(p => p.Name.Length > 3);")]
    [InlineData("await foreach (var p in client.Query()) Console.WriteLine(p.Name.Length);")]
    [InlineData("var q = from p in new List<UserProfile>() where p.Name.Length > 3 select p;")]
    public async Task Elsewhere_DoesNotSuppress(string statements) =>
        Assert.Contains("CS8602", await WarningsAsync(statements));

    private static async Task<IEnumerable<string>> WarningsAsync(string statements)
    {
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(Source.Of(statements), Source.ParseOptions)],
            Source.References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        var analyzed = compilation.WithAnalyzers([new NullSafeQuerySuppressor()]);
        var diagnostics = await analyzed.GetAllDiagnosticsAsync();
        return diagnostics
            .Where(found => !found.IsSuppressed && found.Id is "CS8602" or "CS8604")
            .Select(found => found.Id);
    }
}
