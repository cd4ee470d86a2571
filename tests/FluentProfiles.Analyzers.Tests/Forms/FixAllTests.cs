using FluentProfiles.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace FluentProfiles.Analyzers.Tests.Forms;

/// <summary>Each fixer mends several places at once as it mends them one by one, in a document, a project and a solution, on
/// lines of their own, on one line, and in query syntax.</summary>
public sealed class FixAllTests
{
    private static readonly Dictionary<string, Func<Task>> Fixes = new()
    {
        [nameof(PageSizeOutOfRangeFixer)] = Fix<PageSizeOutOfRangeAnalyzer, PageSizeOutOfRangeFixer>(
            ("client.Query().WithPageSize([|0|])", "client.Query().WithPageSize(1)"),
            ("client.Query().WithPageSize(size: [|101|])", "client.Query().WithPageSize(size: 100)"),
            (
                "from p in client.Query().WithPageSize([|500|]) select p.Id",
                "from p in client.Query().WithPageSize(100) select p.Id"
            )
        ),
        [nameof(ArgumentOutOfRangeFixer)] = Fix<ArgumentOutOfRangeAnalyzer, ArgumentOutOfRangeFixer>(
            ("client.Query().WithPrefetch([|-1|])", "client.Query().WithPrefetch(0)"),
            (
                "client.Query().WithDetails(concurrency: [|0|]).WithMaxRequests([|0|])",
                "client.Query().WithDetails(concurrency: 1).WithMaxRequests(1)"
            ),
            (
                "from p in client.Query().WithPrefetch(pages: [|65|]) select p.Id",
                "from p in client.Query().WithPrefetch(pages: 64) select p.Id"
            )
        ),
        [nameof(PageSizeTooSmallFixer)] = Fix<PageSizeTooSmallAnalyzer, PageSizeTooSmallFixer>(
            ("client.Query().[|WithPageSize(10)|].Take(100)", "client.Query().Take(100)"),
            ("client.Query().Take(count: 50).[|WithPageSize(size: 5)|]", "client.Query().Take(count: 50)"),
            (
                "(from p in client.Query().[|WithPageSize(5)|] select p.Id).Take(50)",
                "(from p in client.Query() select p.Id).Take(50)"
            )
        ),
        [nameof(BetaTextFixer)] = Fix<MisspelledBetaAnalyzer, BetaTextFixer>(
            (
                "client.Query().WithBeta([|\"user-profiles-2026-03-25\"|])",
                "client.Query().WithBeta(\"user-profiles-2026-03-24\")"
            ),
            (
                "client.Query().WithBeta(betas: [[|\"user-profile-2026-08-18\"|]])",
                "client.Query().WithBeta(betas: [\"user-profiles-2026-08-18\"])"
            )
        ),
        [nameof(BetaTextFixer) + " of a malformed one"] = Fix<MalformedBetaAnalyzer, BetaTextFixer>(
            (
                "client.Query().WithBeta([|\" user-profiles-2026-08-18\"|])",
                "client.Query().WithBeta(\"user-profiles-2026-08-18\")"
            ),
            (
                "from p in client.Query().WithBeta(betas: [[|\"user-profiles-2026-08-18 \"|]]) select p",
                "from p in client.Query().WithBeta(betas: [\"user-profiles-2026-08-18\"]) select p"
            )
        ),
        [nameof(BetaRemovalFixer)] = Fix<UnusedBetaAnalyzer, BetaRemovalFixer>(
            ("client.Query().WithBeta([|\"files-api-2025-04-14\"|])", "client.Query()"),
            (
                "from p in client.Query().WithBeta([|\"files-api-2025-04-14\"|]) select p.Id",
                "from p in client.Query() select p.Id"
            )
        ),
        [nameof(BetaRemovalFixer) + " of a repeated one"] = Fix<RepeatedBetaAnalyzer, BetaRemovalFixer>(
            ("client.Query().WithBeta(Billing, [|Billing|], [|Billing|])", "client.Query().WithBeta(Billing)"),
            (
                "(from p in client.Query().WithBeta(Billing) select p.Id).WithBeta([|Billing|])",
                "(from p in client.Query().WithBeta(Billing) select p.Id)"
            )
        ),
        [nameof(ConflictingBetasFixer)] = Fix<ConflictingBetasAnalyzer, ConflictingBetasFixer>(
            (
                "client.Query().WithBeta(\"user-profiles-2026-03-24\").WithBeta([|\"user-profiles-2026-08-18\"|])",
                "client.Query().WithBeta(\"user-profiles-2026-08-18\")"
            ),
            (
                "client.Query().WithBeta(\"user-profiles-2026-08-18\", [|\"user-profiles-2026-03-24\"|])",
                "client.Query().WithBeta(\"user-profiles-2026-08-18\")"
            )
        ),
        [nameof(MigrationFixer)] = Fix<SupersededBetaAnalyzer, MigrationFixer>(
            (
                "client.Query().WithBeta([|\"user-profiles-2026-08-18\"|]).Where(predicate: p => p.ExternalId == text)",
                "client.Query().Where(predicate: p => p.ExternalUserDetails.ReferenceId == text)"
            ),
            (
                "from p in client.Query().WithBeta(betas: [|\"user-profiles-2026-08-18\"|]) orderby p.Name select p.ExternalId",
                "from p in client.Query() orderby p.Name select p.ExternalUserDetails.ReferenceId"
            )
        ),
        [nameof(MigrationFixer) + " of a field not served"] = Fix<FieldNotServedAnalyzer, MigrationFixer>(
            (
                "client.Query().WithBeta(Newest).Where(p => p.[|ExternalId|] == text && p.[|ExternalId|] != null)",
                "client.Query().WithBeta(Newest).Where(p => p.ExternalUserDetails.ReferenceId == text && p.ExternalUserDetails.ReferenceId != null)"
            ),
            (
                "from p in client.Query().WithBeta(Newest) select p.[|ExternalId|]",
                "from p in client.Query().WithBeta(Newest) select p.ExternalUserDetails.ReferenceId"
            )
        ),
        [nameof(MigrationFixer) + " of an outdated field"] = Fix<OutdatedFieldAnalyzer, MigrationFixer>(
            (
                "client.Query().Where(p => p.[|ExternalId|] == text)",
                "client.Query().Where(p => p.ExternalUserDetails.ReferenceId == text)"
            ),
            (
                "from p in client.Query() select p.[|ExternalId|]",
                "from p in client.Query() select p.ExternalUserDetails.ReferenceId"
            )
        ),
        [nameof(UnsortableKeyFixer)] = Fix<UnsortableKeyAnalyzer, UnsortableKeyFixer>(
            (
                "await client.Query().[|OrderBy(p => p.UpdatedAt)|].ToListAsync()",
                "await client.Query().AsAsyncEnumerable().OrderBy(p => p.UpdatedAt).ToListAsync()"
            ),
            (
                "await client.Query().Skip(5).[|OrderBy(p => p.Id)|].ToListAsync()",
                "await client.Query().Skip(5).AsAsyncEnumerable().OrderBy(p => p.Id).ToListAsync()"
            )
        ),
        [nameof(ReplacedOrderFixer)] = Fix<ReplacedOrderAnalyzer, ReplacedOrderFixer>(
            (
                "client.Query().[|OrderBy(p => p.Name)|].[|OrderBy()|].OrderByDescending(p => p.CreatedAt)",
                "client.Query().OrderByDescending(p => p.CreatedAt)"
            ),
            (
                "(from p in client.Query().[|OrderBy(key: p => p.Name)|] select p).OrderBy()",
                "(from p in client.Query() select p).OrderBy()"
            )
        ),
        [nameof(FieldOnlyByGetFixer)] = Fix<FieldOnlyByGetAnalyzer, FieldOnlyByGetFixer>(
            (
                "client.Query().Select(p => new { p.Programs.[|Efs|], p.Programs.Cyber!.[|Tiers|] })",
                "client.Query().WithDetails().Select(p => new { p.Programs.Efs, p.Programs.Cyber!.Tiers })"
            ),
            (
                "from p in client.Query() select p.Programs.[|Efs|]",
                "from p in client.Query().WithDetails() select p.Programs.Efs"
            )
        ),
        [nameof(ForeignOperatorFixer)] = Fix<ForeignOperatorAnalyzer, ForeignOperatorFixer>(
            (
                "client.Query().[|GroupBy|](keySelector: p => p.Name)",
                "client.Query().AsAsyncEnumerable().GroupBy(keySelector: p => p.Name)"
            ),
            (
                "(from p in client.Query() select p.Id).[|Distinct|]()",
                "(from p in client.Query() select p.Id).AsAsyncEnumerable().Distinct()"
            )
        ),
        [nameof(NegatedStatusFixer)] = Fix<NegatedStatusAnalyzer, NegatedStatusFixer>(
            (
                "client.Query().Where(predicate: p => [|p.EnforcementStatus != \"banned\"|])",
                "client.Query().Where(predicate: p => (p.EnforcementStatus == EnforcementStatus.Unrestricted || p.EnforcementStatus == EnforcementStatus.Pending || p.EnforcementStatus == EnforcementStatus.Restricted))"
            ),
            (
                "from p in client.Query() where [|p.EnforcementStatus != \"restricted\"|] select p",
                "from p in client.Query() where (p.EnforcementStatus == EnforcementStatus.Unrestricted || p.EnforcementStatus == EnforcementStatus.Pending || p.EnforcementStatus == EnforcementStatus.Banned) select p"
            )
        ),
        [nameof(CountInsteadOfAnyFixer)] = Fix<CountInsteadOfAnyAnalyzer, CountInsteadOfAnyFixer>(
            (
                "[|await client.Query().CountAsync(predicate: p => p.Name != null) > 0|]",
                "await client.Query().AnyAsync(predicate: p => p.Name != null)"
            ),
            (
                "[|await (from p in client.Query() select p.Id).CountAsync() == 0|]",
                "!await (from p in client.Query() select p.Id).AnyAsync()"
            )
        ),
        [nameof(SecretInSourceFixer)] = Fix<SecretInSourceAnalyzer, SecretInSourceFixer>(
            (
                "new ProfilesClientOptions { ApiKey = [|\"sk-ant-x\"|] }",
                "new ProfilesClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\") }"
            ),
            (
                "new ProfilesClientOptions { AuthToken = [|\"sk-ant-y\"|] }",
                "new ProfilesClientOptions { AuthToken = Environment.GetEnvironmentVariable(\"ANTHROPIC_AUTH_TOKEN\") }"
            )
        ),
        [nameof(SdkListingFixer)] = Fix<SdkListingAnalyzer, SdkListingFixer>(
            (
                "new Func<Anthropic.AnthropicClient, Task>(async sdk => { await foreach (var p in (await sdk.UserProfiles.List()).[|Paginate|]()) number++; })",
                "new Func<Anthropic.AnthropicClient, Task>(async sdk => { await foreach (var p in client.Query()) number++; })"
            )
        ),
        [nameof(FetchedThenReducedFixer)] = Fix<FetchedThenReducedAnalyzer, FetchedThenReducedFixer>(
            ("(await client.Query().ToListAsync()).[|Count|]", "await client.Query().CountAsync()"),
            (
                "from p in await client.Query().ToListAsync() [|where|] p.Name == text select p.Id",
                "from p in await client.Query().Where(p => p.Name == text).ToListAsync() select p.Id"
            )
        ),
        [nameof(TokenNotPassedFixer)] = Fix<TokenNotPassedAnalyzer, TokenNotPassedFixer>(
            (
                "new Func<CancellationToken, Task>(async ct => { await foreach (var p in [|client.Query()|]) { } })",
                "new Func<CancellationToken, Task>(async ct => { await foreach (var p in client.Query().WithCancellation(ct)) { } })"
            ),
            (
                "new Func<CancellationToken, Task>(async ct => { await foreach (var id in [|from p in given select p.Id|]) { } })",
                "new Func<CancellationToken, Task>(async ct => { await foreach (var id in (from p in given select p.Id).WithCancellation(ct)) { } })"
            )
        ),
        [nameof(MisspelledValueFixer)] = Fix<MisspelledValueAnalyzer, MisspelledValueFixer>(
            (
                "client.Query().Where(p => p.EnforcementStatus == [|\"baned\"|] || p.EnforcementStatus == [|\"Pending\"|])",
                "client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned || p.EnforcementStatus == EnforcementStatus.Pending)"
            ),
            (
                "from p in client.Query() where p.AccessType == [|\"Application\"|] select p.Id",
                "from p in client.Query() where p.AccessType == AccessType.Application select p.Id"
            )
        ),
        [nameof(NullPatternFixer)] = Fix<EmptyDiagnosticAnalyzer, NullPatternFixer>(
            (
                "client.Query().Where(p => {|CS8122:p.Name is not null|} && {|CS8122:p.Programs.Cyber is null|})",
                "client.Query().Where(p => p.Name != null && p.Programs.Cyber == null)"
            ),
            (
                "from p in client.Query() where {|CS8122:p.Name is null|} select p",
                "from p in client.Query() where p.Name == null select p"
            )
        ),
        [nameof(ConditionalAccessFixer)] = Fix<EmptyDiagnosticAnalyzer, ConditionalAccessFixer>(
            (
                "client.Query().Where(p => {|CS8072:p.Name?.Length|} > 3)",
                "client.Query().Where(p => p.Name.Length > 3)"
            ),
            (
                "from p in client.Query() where {|CS8072:p.Name?.Length|} > 3 select {|CS8072:p.Name?.Trim()|}",
                "from p in client.Query() where p.Name.Length > 3 select p.Name.Trim()"
            )
        ),
        [nameof(TupleFixer)] = Fix<EmptyDiagnosticAnalyzer, TupleFixer>(
            (
                "client.Query().Select(p => {|CS8143:(p.Id, p.Name)|})",
                "client.Query().Select(p => new { p.Id, p.Name })"
            ),
            (
                "from p in client.Query() select {|CS8143:(Key: p.Id, p.Name)|}",
                "from p in client.Query() select new { Key = p.Id, p.Name }"
            )
        ),
        [nameof(TryGetValueFixer)] = Fix<EmptyDiagnosticAnalyzer, TryGetValueFixer>(
            (
                "client.Query().Where(p => p.Metadata.TryGetValue(\"a\", out {|CS8198:var v|}) && v == text)",
                "client.Query().Where(p => p.Metadata[\"a\"] != null && p.Metadata[\"a\"] == text)"
            ),
            (
                "client.Query().Where(p => p.Metadata.TryGetValue(\"b\", out {|CS8207:_|}))",
                "client.Query().Where(p => p.Metadata[\"b\"] != null)"
            )
        ),
        [nameof(WhereOnClientFixer)] = Fix<EmptyDiagnosticAnalyzer, WhereOnClientFixer>(
            (
                "client.Query().Where({|CS0834:p => { return p.Name != null; }|})",
                "client.Query().WhereOnClient(p => { return p.Name != null; })"
            ),
            (
                "client.Query().Where(p => {|CS8514:p.Name switch { null => false, _ => true }|})",
                "client.Query().WhereOnClient(p => p.Name switch { null => false, _ => true })"
            )
        ),
    };

    public static TheoryData<string> Names => [.. Fixes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task SeveralPlaces_AreFixedAtOnce(string name) => Fixes[name]();

    [Fact]
    public void EveryFixer_IsHere()
    {
        var fixers = typeof(TextFixer)
            .Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(type => type.Name);
        Assert.Equal(fixers.Order(), Fixes.Keys.Select(name => name.Split(' ')[0]).Distinct().Order());
    }

    private static Func<Task> Fix<TAnalyzer, TFixer>(params (string Before, string After)[] places)
        where TAnalyzer : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new()
        where TFixer : CodeFixProvider, new() =>
        () =>
            Verify.FixAsync<TAnalyzer, TFixer>(
                Statements(places.Select(place => place.Before)),
                Statements(places.Select(place => place.After)),
                "private const string Billing = \"user-profiles-billing-2026-10-01\", Newest = \"user-profiles-2026-09-04\";"
            );

    /// <summary>Each on a line, and all of them again on one.</summary>
    private static string Statements(IEnumerable<string> expressions)
    {
        var all = expressions.ToList();
        var lines = all.Concat(all)
            .Select((expression, index) => $"var q{index} = {expression};{(index < all.Count ? '\n' : ' ')}");
        return string.Concat(lines);
    }
}
