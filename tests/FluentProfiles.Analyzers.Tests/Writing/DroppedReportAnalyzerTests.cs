namespace FluentProfiles.Analyzers.Tests.Writing;

public sealed class DroppedReportAnalyzerTests
{
    private const string Some = "client.Query().Where(p => p.Name == text)";

    [Theory]
    [InlineData("await " + Some + ".[|ExecuteDeleteAsync|]();")]
    [InlineData("await " + Some + ".[|ExecuteUpdateAsync|](c => c.SetName(text)).ConfigureAwait(false);")]
    [InlineData("await given.[|ExecuteDeleteAsync|](new() { AllowAll = true });")]
    [InlineData("var q = client.Query(); q = q.Take(5); await q.[|ExecuteDeleteAsync|]();")]
    [InlineData("Func<Task> run = async () => { await given.[|ExecuteDeleteAsync|](); };")]
    public Task Dropped_Triggers(string statements) => Verify.AnalyzerAsync<DroppedReportAnalyzer>(statements);

    [Theory]
    [InlineData("var r = await given.ExecuteDeleteAsync();")]
    [InlineData("_ = await given.ExecuteDeleteAsync();")]
    [InlineData("Console.WriteLine(await given.ExecuteDeleteAsync());")]
    [InlineData("if ((await given.ExecuteDeleteAsync()).Failed > 0) return;")]
    [InlineData("await given.ExecuteDeleteAsync(new() { StopOnError = true });")]
    [InlineData("await given.ExecuteDeleteAsync(new() { Progress = new Progress<BulkWriteProgress>() });")]
    [InlineData("var o = new BulkWriteOptions { StopOnError = true }; await given.ExecuteDeleteAsync(o);")]
    [InlineData("Func<Task> run = () => given.ExecuteDeleteAsync();")]
    [InlineData("await client.DeleteAsync(text);")]
    [InlineData("await client.UpdateAsync(text, new() { Name = text });")]
    public Task LookedAtOrThrown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<DroppedReportAnalyzer>(statements);
}
