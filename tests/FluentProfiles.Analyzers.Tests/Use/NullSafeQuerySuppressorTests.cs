namespace FluentProfiles.Analyzers.Tests.Use;

public sealed class NullSafeQuerySuppressorTests
{
    [Theory]
    [InlineData("var q = client.Query().Where(p => p.Name.Length > 3);")]
    [InlineData("var q = client.Query().Select(p => p.Programs.Cyber.Status);")]
    [InlineData("var q = client.Query().Where(p => p.Metadata[\"a\"].StartsWith(text));")]
    [InlineData("var q = from p in client.Query() where p.Name.Length > 3 select p.Name.Trim();")]
    [InlineData("await client.Query().AnyAsync(p => p.Name.Length > 3);")]
    [InlineData(
        "_ = await given.ExecuteUpdateAsync(c => c.SetName(p => p.Name.Trim()).SetMetadata(\"a\", p => p.Programs.Cyber.Status.ToString()));"
    )]
    public async Task InsideQueryExpression_Suppresses(string statements) =>
        Assert.Empty(await NullWarnings.OfAsync(statements));

    [Theory]
    [InlineData("var q = client.Query().WhereOnClient(p => p.Name.Length > 3);")]
    [InlineData("var q = new List<UserProfile>().Where(p => p.Name.Length > 3);")]
    [InlineData("await foreach (var p in client.Query()) Console.WriteLine(p.Name.Length);")]
    [InlineData("var q = from p in new List<UserProfile>() where p.Name.Length > 3 select p;")]
    public async Task Elsewhere_DoesNotSuppress(string statements) =>
        Assert.Contains("CS8602", await NullWarnings.OfAsync(statements));
}
