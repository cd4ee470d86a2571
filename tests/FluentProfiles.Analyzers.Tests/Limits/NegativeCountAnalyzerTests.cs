namespace FluentProfiles.Analyzers.Tests.Limits;

public sealed class NegativeCountAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().Take([|-1|])")]
    [InlineData("client.Query().Skip([|-5|])")]
    [InlineData("given.Skip(count: [|2 - 5|])")]
    [InlineData("(from p in client.Query() select p.Id).Take([|int.MinValue|])")]
    public Task Negative_Triggers(string query) => Verify.AnalyzerAsync<NegativeCountAnalyzer>($"var q = {query};");

    [Fact]
    public Task Local_Triggers() =>
        Verify.AnalyzerAsync<NegativeCountAnalyzer>("var count = -2; var q = client.Query().Take([|count|]);");

    [Theory]
    [InlineData("client.Query().Take(0)")]
    [InlineData("client.Query().Skip(0)")]
    [InlineData("client.Query().Take(number)")]
    [InlineData("texts.Take(-1)")]
    public Task ZeroOrMoreOrUnknown_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<NegativeCountAnalyzer>($"var q = {query};");
}
