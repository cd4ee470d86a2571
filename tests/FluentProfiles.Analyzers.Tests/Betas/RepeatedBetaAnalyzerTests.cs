using FluentProfiles.Analyzers.Tests.Practice;
using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class RepeatedBetaAnalyzerTests
{
    private const string Members = """
        private const string Billing = "user-profiles-billing-2026-10-01";
        private static readonly AnthropicBeta[] Shared = [Billing], Twice = [Billing, Billing];
        """;

    [Theory]
    [InlineData("client.Query().WithBeta(\"user-profiles-2026-03-24\", [|AnthropicBeta.UserProfiles2026_03_24|])")]
    [InlineData("given.WithBeta(\"x-2027-01-01\").Take(1).WithBeta([|\"x-2027-01-01\"|])")]
    [InlineData("new ProfilesClientOptions { Betas = [\"x-2027-01-01\", \"y-2027-01-01\", [|\"x-2027-01-01\"|]] }")]
    [InlineData("client.DataControls.GetAsync(text, new() { Betas = [\"x-2027-01-01\", [|\"x-2027-01-01\"|]] })")]
    public Task Twice_Triggers(string expression) =>
        Verify.AnalyzerAsync<RepeatedBetaAnalyzer>($"var x = {expression};");

    [Theory]
    [InlineData("var q = client.Query().WithBeta(text, text);")]
    [InlineData("var q = client.Query().WithBeta(\"x-2027-01-01\", \"y-2027-01-01\");")]
    [InlineData("var q = client.Query(); var a = q.WithBeta(\"x-2027-01-01\"); var b = q.WithBeta(\"x-2027-01-01\");")]
    [InlineData(
        "var q = client.Query(); if (flag) q = q.WithBeta(\"x-2027-01-01\"); else q = q.WithBeta(\"x-2027-01-01\");"
    )]
    public Task OnceOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<RepeatedBetaAnalyzer>(statements);

    [Theory]
    [InlineData("AnthropicBeta[] more = [[|Billing|]]; var q = client.Query().WithBeta(Billing).WithBeta(more);")]
    [InlineData(
        "List<AnthropicBeta> more = new() { [|Billing|] }; var q = client.Query().WithBeta([Billing, .. more]);"
    )]
    public Task BetaInAListOfItsOwn_IsKept(string statements) =>
        Verify.FixAsync<RepeatedBetaAnalyzer, BetaRemovalFixer>(statements, statements, Members);

    [Theory]
    [InlineData("var q = client.Query().WithBeta(Billing).WithBeta(Shared);")]
    [InlineData("var q = client.Query().WithBeta(Twice);")]
    [InlineData("var o = new ProfilesClientOptions { Betas = [.. Shared, .. Shared] };")]
    public async Task BetaInAField_IsKept(string statements)
    {
        var code = Source.Of(statements, Members);
        Assert.Single(await Diagnoses.OfFileAsync(code), one => one.Id == "FP0105");
        Assert.Equal(code, await Fixed.ByAsync<RepeatedBetaAnalyzer, BetaRemovalFixer>(code));
    }

    [Fact]
    public Task Twice_FixesByRemoval() =>
        Verify.FixAsync<RepeatedBetaAnalyzer, BetaRemovalFixer>(
            """
            var q = client.Query().WithBeta("x-2027-01-01", [|"x-2027-01-01"|]).WithBeta([|"x-2027-01-01"|]);
            var o = new ProfilesClientOptions { Betas = ["x-2027-01-01", [|"x-2027-01-01"|], "y-2027-01-01"] };
            """,
            """
            var q = client.Query().WithBeta("x-2027-01-01");
            var o = new ProfilesClientOptions { Betas = ["x-2027-01-01", "y-2027-01-01"] };
            """
        );
}
