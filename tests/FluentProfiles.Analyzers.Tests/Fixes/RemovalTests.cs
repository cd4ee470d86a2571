using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Fixes that remove something leave everything around it.</summary>
public sealed class RemovalTests
{
    private const string Members = "private const string Billing = \"user-profiles-billing-2026-10-01\";";

    [Theory]
    [InlineData(
        "Console.WriteLine(from p in client.Query() orderby [|p.Name|] orderby p.CreatedAt select p);",
        "Console.WriteLine(from p in client.Query() orderby p.CreatedAt select p);"
    )]
    [InlineData(
        "var list = await (from p in client.Query() orderby [|p.Name.Trim() descending|] where p.Name != null orderby p.CreatedAt select p.Id).ToListAsync();",
        "var list = await (from p in client.Query() where p.Name != null orderby p.CreatedAt select p.Id).ToListAsync();"
    )]
    [InlineData(
        "var q = (from p in client.Query() orderby [|p.Name|] select p).OrderByDescending(p => p.CreatedAt);",
        "var q = (from p in client.Query() select p).OrderByDescending(p => p.CreatedAt);"
    )]
    [InlineData(
        "var q = client.Query(); q = q.[|OrderBy(p => p.Name)|]; q = q.OrderBy(p => p.CreatedAt); await q.ToListAsync();",
        "var q = client.Query(); q = q.OrderBy(p => p.CreatedAt); await q.ToListAsync();"
    )]
    public Task Order_IsRemovedAlone(string before, string after) =>
        Verify.FixAsync<ReplacedOrderAnalyzer, ReplacedOrderFixer>(before, after);

    [Theory]
    [InlineData("var q = from p in client.Query() orderby /* why */ [|p.Name|] orderby p.CreatedAt select p;")]
    [InlineData("var q = client.Query()./* by name */[|OrderBy(p => p.Name)|].OrderBy(p => p.CreatedAt);")]
    [InlineData("var q = client.Query().[|OrderBy(p => p.Name /* the name */)|].OrderBy(p => p.CreatedAt);")]
    public Task OrderWithComment_IsKept(string statements) =>
        Verify.FixAsync<ReplacedOrderAnalyzer, ReplacedOrderFixer>(statements, statements);

    [Theory]
    [InlineData(
        "var q = client.Query(); q = q.WithBeta([|AnthropicBeta.FilesApi2025_04_14|]); await q.ToListAsync();",
        "var q = client.Query(); await q.ToListAsync();"
    )]
    [InlineData(
        "var q = client.Query(); q = q.WithBeta([|\"pdfs-2024-09-25\"|], [|AnthropicBeta.FilesApi2025_04_14|]); await q.ToListAsync();",
        "var q = client.Query(); await q.ToListAsync();"
    )]
    [InlineData(
        "var q = client.Query().WithBeta(betas: [[|AnthropicBeta.FilesApi2025_04_14|]]).Take(5);",
        "var q = client.Query().Take(5);"
    )]
    [InlineData(
        "var q = client.Query().WithBeta(new AnthropicBeta[] { [|\"pdfs-2024-09-25\"|] });",
        "var q = client.Query();"
    )]
    [InlineData(
        "var q = client.Query().WithBeta(new[] { [|AnthropicBeta.FilesApi2025_04_14|] }).Take(5);",
        "var q = client.Query().Take(5);"
    )]
    public Task UnusedBeta_IsRemovedWithWhatIsLeftEmpty(string before, string after) =>
        Verify.FixAsync<UnusedBetaAnalyzer, BetaRemovalFixer>(before, after);

    [Theory]
    [InlineData("var q = client.Query().WithBeta([|AnthropicBeta.FilesApi2025_04_14|] /* uploads */);")]
    [InlineData("var q = client.Query().WithBeta(Billing, /* uploads */ [|AnthropicBeta.FilesApi2025_04_14|]);")]
    [InlineData("var q = client.Query().WithBeta([[|AnthropicBeta.FilesApi2025_04_14|], // uploads\nBilling]);")]
    [InlineData("var q = client.Query(); if (flag) q = q.WithBeta([|AnthropicBeta.FilesApi2025_04_14|]);")]
    public Task UnusedBetaThatCannotGoAlone_IsKept(string statements) =>
        Verify.FixAsync<UnusedBetaAnalyzer, BetaRemovalFixer>(statements, statements, Members);

    [Fact]
    public Task PlacesBesideOneThatCannotGo_AreFixedTogether() =>
        Verify.FixAsync<UnusedBetaAnalyzer, BetaRemovalFixer>(
            """
            var a = client.Query().WithBeta([|AnthropicBeta.FilesApi2025_04_14|]);
            var b = client.Query().WithBeta([|AnthropicBeta.FilesApi2025_04_14|] /* uploads */);
            var c = client.Query().WithBeta(Billing, [|AnthropicBeta.FilesApi2025_04_14|], [|"pdfs-2024-09-25"|]);
            """,
            """
            var a = client.Query();
            var b = client.Query().WithBeta([|AnthropicBeta.FilesApi2025_04_14|] /* uploads */);
            var c = client.Query().WithBeta(Billing);
            """,
            Members
        );

    [Theory]
    [InlineData("var o = new ProfilesClientOptions { Betas = [Billing, /* once more */ [|Billing|]] };")]
    [InlineData("var o = new ProfilesClientOptions(); o.Betas.Add(Billing); o.Betas.Add([|Billing|]); // once more")]
    [InlineData("var q = client.Query().WithBeta(Billing)\n// once more\n.WithBeta([|Billing|]);")]
    public Task RepeatedBetaWithComment_IsKept(string statements) =>
        Verify.FixAsync<RepeatedBetaAnalyzer, BetaRemovalFixer>(statements, statements, Members);

    [Theory]
    [InlineData("var q = client.Query().Where(p => [|p.EnforcementStatus /* why */ != EnforcementStatus.Banned|]);")]
    [InlineData("var q = client.Query().Where(p => [|p.EnforcementStatus != // why\n \"banned\"|]);")]
    [InlineData(
        "var q = from p in client.Query() where [|EnforcementStatus.Banned /* not */ != p.EnforcementStatus|] select p;"
    )]
    public Task StatusWithComment_IsKept(string statements) =>
        Verify.FixAsync<NegatedStatusAnalyzer, NegatedStatusFixer>(statements, statements);
}
