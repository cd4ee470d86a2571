using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Practice;

public sealed class SdkListingAnalyzerTests
{
    private const string Sdk = "private static readonly Anthropic.AnthropicClient sdk = new();";

    [Theory]
    [InlineData("await foreach (var p in (await sdk.UserProfiles.List()).[|Paginate|]()) ids.Add(p.ID);")]
    [InlineData(
        "var first = await sdk.UserProfiles.List(new() { Limit = 100 }); await foreach (var p in first.[|Paginate|]()) number++;"
    )]
    [InlineData(
        "var first = await sdk.Beta.UserProfiles.List().ConfigureAwait(false); await foreach (var p in first.[|Paginate|]()) { if (p.Name == text) ids.Add(p.ID); }"
    )]
    [InlineData(
        "await foreach (var p in (await sdk.UserProfiles.List()).[|Paginate|]().ConfigureAwait(false)) { if (p.Name == text) continue; number += 1; }"
    )]
    [InlineData(
        "Anthropic.Core.IPage<Anthropic.Models.UserProfiles.UserProfile> first = await sdk.UserProfiles.List(); await foreach (var p in first.[|Paginate|]()) ids.Add(p.ID);"
    )]
    public Task FiltersCountsOrCollects_Triggers(string statements) => AnalyzeAsync(statements);

    [Theory]
    [InlineData(
        "await foreach (var p in (await sdk.UserProfiles.List()).Paginate()) { await Task.Delay(5); ids.Add(p.ID); }"
    )]
    [InlineData("await foreach (var p in (await sdk.UserProfiles.List()).Paginate()) { Console.WriteLine(p.ID); }")]
    [InlineData("await foreach (var m in (await sdk.Models.List()).Paginate()) ids.Add(m.ID);")]
    [InlineData("foreach (var p in (await sdk.UserProfiles.List()).Items) ids.Add(p.ID);")]
    [InlineData("await foreach (var p in client.Query()) ids.Add(p.Id);")]
    public Task OtherLoop_DoesNotTrigger(string statements) => AnalyzeAsync(statements);

    [Fact]
    public Task Listing_FixesToQuery() =>
        Verify.FixAsync<SdkListingAnalyzer, SdkListingFixer>(
            """
            List<string> ids = [];
            var first = await sdk.UserProfiles.List(new() { Limit = 100 });
            await foreach (var profile in first.[|Paginate|](default))
                ids.Add(profile.ID); // collected
            await foreach (var p in (await sdk.Beta.UserProfiles.List()).[|Paginate|]())
                number++;
            await foreach (
                var p in (
                    await sdk.UserProfiles.List(
                        new()
                        {
                            WorkspaceID = text,
                            EnforcementStatus = [Anthropic.Models.UserProfiles.UserProfileEnforcementStatus.Banned],
                        }
                    )
                ).[|Paginate|]())
                if (p.Name == text)
                    ids.Add(p.ID);
            """,
            """
            List<string> ids = [];
            await foreach (var profile in client.Query().WithCancellation(default))
                ids.Add(profile.Id); // collected
            await foreach (var p in client.Query().WithBeta(AnthropicBeta.UserProfiles2026_08_18))
                number++;
            await foreach (
                var p in client.Query().WithWorkspace(text).Where(p => p.EnforcementStatus == EnforcementStatus.Banned))
                if (p.Name == text)
                    ids.Add(p.Id);
            """,
            Sdk
        );

    [Theory]
    [InlineData(
        "UserProfiles",
        "Order = Anthropic.Models.UserProfiles.UserProfileListOrder.Asc",
        ".OrderBy(p => p.CreatedAt)"
    )]
    [InlineData(
        "UserProfiles",
        "OrderBy = Anthropic.Models.UserProfiles.UserProfileListOrderBy.Name, Limit = 5",
        ".OrderByDescending(p => p.Name)"
    )]
    [InlineData(
        "UserProfiles",
        "WorkspaceID = text, OrderBy = Anthropic.Models.UserProfiles.UserProfileListOrderBy.Name, Order = Anthropic.Models.UserProfiles.UserProfileListOrder.Asc",
        ".WithWorkspace(text).OrderBy(p => p.Name)"
    )]
    [InlineData(
        "Beta.UserProfiles",
        "Order = Anthropic.Models.Beta.UserProfiles.Order.Desc",
        ".WithBeta(AnthropicBeta.UserProfiles2026_08_18).OrderByDescending(p => p.CreatedAt)"
    )]
    [InlineData(
        "Beta.UserProfiles",
        "Betas = [\"user-profiles-billing-2026-10-01\"]",
        ".WithBeta(AnthropicBeta.UserProfiles2026_08_18, AnthropicBeta.UserProfilesBilling2026_10_01)"
    )]
    [InlineData(
        "Beta.UserProfiles",
        "Betas = [\"user-profiles-2026-08-18\"]",
        ".WithBeta(AnthropicBeta.UserProfiles2026_08_18)"
    )]
    public Task OrderAndBetas_FixToCalls(string service, string parameters, string calls) =>
        Verify.FixAsync<SdkListingAnalyzer, SdkListingFixer>(
            $"await foreach (var p in (await sdk.{service}.List(new() {{ {parameters} }})).[|Paginate|]()) number++;",
            $"await foreach (var p in client.Query(){calls}) number++;",
            Sdk
        );

    [Theory]
    [InlineData(
        "await foreach (var p in (await sdk.Beta.UserProfiles.List(new() { Betas = [\"user-profiles-2026-09-04\"] })).[|Paginate|]()) number++;"
    )]
    [InlineData(
        "await foreach (var p in (await sdk.Beta.UserProfiles.List(new() { Betas = [text] })).[|Paginate|]()) number++;"
    )]
    [InlineData("await foreach (var p in (await sdk.UserProfiles.List()).[|Paginate|]()) theirs.Add(p);")]
    [InlineData(
        "await foreach (var p in (await sdk.UserProfiles.List(new() { Page = text })).[|Paginate|]()) number++;"
    )]
    [InlineData(
        "using var other = new ProfilesClient(); await foreach (var p in (await sdk.UserProfiles.List()).[|Paginate|]()) number++;"
    )]
    [InlineData(
        "var first = await sdk.UserProfiles.List(); Console.WriteLine(first.Items.Count); await foreach (var p in first.[|Paginate|]()) number++;"
    )]
    public async Task OtherTypeOrParameterOrSeveralClients_DoesNotFix(string statements)
    {
        statements = "var theirs = new List<Anthropic.Models.UserProfiles.UserProfile>();" + statements;
        await Verify.FixAsync<SdkListingAnalyzer, SdkListingFixer>(statements, statements, Sdk);
    }

    private static Task AnalyzeAsync(string statements) =>
        Verify.AnalyzerAsync<SdkListingAnalyzer>("List<string> ids = [];" + statements, Sdk);
}
