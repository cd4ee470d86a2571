namespace FluentProfiles.Analyzers.Tests.Writing;

public sealed class UnfilteredWriteAnalyzerTests
{
    [Theory]
    [InlineData("var r = await client.Query().[|ExecuteDeleteAsync|]();")]
    [InlineData("var r = await Profiles.Query().[|ExecuteUpdateAsync|](c => c.SetName(\"a\"));")]
    [InlineData("var r = await client.Query().OrderBy(p => p.Name).WithPageSize(50).[|ExecuteDeleteAsync|](null);")]
    [InlineData("var r = await client.Query().Skip(5).Reverse().[|ExecuteDeleteAsync|](cancellationToken: default);")]
    [InlineData("var r = await client.Query().Where(p => true).[|ExecuteDeleteAsync|]();")]
    [InlineData("var r = await client.Query().[|ExecuteDeleteAsync|](new() { StopOnError = true });")]
    [InlineData(
        "var r = await client.Query().[|ExecuteDeleteAsync|](options: new BulkWriteOptions { AllowAll = false });"
    )]
    [InlineData(
        "const bool all = false; var r = await client.Query().[|ExecuteDeleteAsync|](new() { AllowAll = all });"
    )]
    [InlineData("var q = client.Query(); q = q.WithPrefetch(2); var r = await q.[|ExecuteDeleteAsync|]();")]
    [InlineData("var r = await (from p in client.Query() select p).[|ExecuteDeleteAsync|]();")]
    [InlineData("var r = await ProfileQueryWrites.[|ExecuteDeleteAsync|](client.Query());")]
    public Task Everything_Triggers(string statements) => Verify.AnalyzerAsync<UnfilteredWriteAnalyzer>(statements);

    [Theory]
    [InlineData("var r = await client.Query().Where(p => p.Name == text).ExecuteDeleteAsync();")]
    [InlineData("var r = await client.Query().WhereOnClient(p => p.Name == text).ExecuteDeleteAsync();")]
    [InlineData("var r = await client.Query().Take(number).ExecuteDeleteAsync();")]
    [InlineData("var r = await client.Query().ExecuteDeleteAsync(new() { AllowAll = true });")]
    [InlineData("var r = await client.Query().ExecuteDeleteAsync(new() { AllowAll = flag });")]
    [InlineData(
        "var o = new BulkWriteOptions(); o.AllowAll = flag; var r = await client.Query().ExecuteDeleteAsync(o);"
    )]
    [InlineData("var r = await given.ExecuteDeleteAsync();")]
    [InlineData("var q = client.Query(); if (flag) q = q.Take(5); var r = await q.ExecuteDeleteAsync();")]
    [InlineData("var r = await (from p in client.Query() where p.Name == text select p).ExecuteDeleteAsync();")]
    [InlineData("var r = await client.Query().PreviewDeleteAsync();")]
    [InlineData("var r = await client.Query().PreviewUpdateAsync(c => c.SetName(text));")]
    [InlineData("await client.DeleteAsync(text);")]
    public Task BoundedOrAllowedOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<UnfilteredWriteAnalyzer>(statements);
}
