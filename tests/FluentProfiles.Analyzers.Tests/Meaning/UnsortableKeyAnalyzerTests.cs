using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class UnsortableKeyAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().[|OrderBy(p => p.UpdatedAt)|]")]
    [InlineData("client.Query().[|OrderByDescending(key: p => p.Metadata[\"a\"])|].Take(5)")]
    [InlineData("Profiles.Query().[|OrderBy(p => p.Name!.Length)|]")]
    [InlineData("client.Query().Skip(5).[|OrderBy(p => p.Id)|]")]
    [InlineData("client.Query().OrderBy(p => p.Name).[|OrderBy(p => p.Id)|]")]
    [InlineData("client.Query().Select(p => p.Name!.Trim()).[|OrderBy(n => n)|]")]
    [InlineData("client.Query().Select(p => new { p.Id, p.Name }).[|OrderBy(x => x.Id)|]")]
    [InlineData("ProfileQuery.FromItems([]).[|OrderBy(p => p.UpdatedAt)|]")]
    [InlineData("client.Query().[|OrderBy(p => p.UpdatedAt)|].Take(5).Where(p => texts.Contains(p.Id))")]
    [InlineData("client.Query().[|OrderBy(p => (object)p.UpdatedAt)|]")]
    [InlineData("client.Query().Select(p => new { p.Name, p.Programs.Cyber!.Tiers.Count }).[|OrderBy(x => x.Name)|]")]
    [InlineData("from p in client.Query() orderby [|p.UpdatedAt|] select p.Id")]
    public Task UnsortableAndUnbounded_Triggers(string query) =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>($"var q = {query};");

    [Fact]
    public Task Local_Triggers() =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>(
            "var q = client.Query(); q = q.[|OrderBy(p => p.UpdatedAt)|]; await q.ToListAsync();"
        );

    [Theory]
    [InlineData("client.Query().OrderBy(p => p.CreatedAt)")]
    [InlineData("client.Query().OrderBy(p => (object)p.CreatedAt)")]
    [InlineData("client.Query().OrderByDescending(p => (System.IComparable?)p.Name)")]
    [InlineData("client.Query().OrderBy(p => p.Name as object)")]
    [InlineData("client.Query().OrderByDescending(p => p.Name)")]
    [InlineData("client.Query().OrderBy()")]
    [InlineData("client.Query().Take(5).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Take(5).Select(p => p.Id).OrderBy(x => x)")]
    [InlineData("client.Query().OrderBy(p => p.UpdatedAt).OrderBy(p => p.Name)")]
    [InlineData("client.Query().Where(p => texts.Contains(p.Id)).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Select(p => new { p.Id, N = p.Name }).OrderBy(x => x.N)")]
    [InlineData("client.Query().Select(p => new { p.Name, p.Programs.Cyber!.Status }).OrderBy(x => x.Name)")]
    [InlineData("client.Query().Select(p => new { p.Name, p.Programs.Efs!.Status }).OrderBy(x => x.Name)")]
    [InlineData("client.Query().Select(p => new { p.Name, p.AdditionalProperties.Count }).OrderBy(x => x.Name)")]
    [InlineData(
        "client.Query().Select(p => new { p.Name, p.ExternalUserDetails.AdditionalProperties.Count }).OrderBy(x => x.Name)"
    )]
    [InlineData("client.Query().Select(p => new { p.Name, p.EnforcementActions.Count }).OrderBy(x => x.Name)")]
    [InlineData("client.Query().AsAsyncEnumerable().OrderBy(p => p.UpdatedAt)")]
    [InlineData("given.OrderBy(p => p.UpdatedAt)")]
    [InlineData("from p in client.Query() orderby p.Name select p.Id")]
    public Task SortableOrBoundedOrUnknown_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("CountAsync()")]
    [InlineData("LongCountAsync(p => p.Name != null)")]
    [InlineData("Take(5).CountAsync()")]
    [InlineData("Where(p => p.Name != null).Skip(5).AnyAsync()")]
    [InlineData("Reverse().CountAsync()")]
    [InlineData("AnyAsync()")]
    [InlineData("AllAsync(p => p.Name == text)")]
    [InlineData("Select(p => p.Id).ContainsAsync(text)")]
    [InlineData("MinByAsync(p => p.Id)")]
    [InlineData("MaxByAsync(p => p.Id, System.StringComparer.Ordinal)")]
    [InlineData("Select(p => p.Name!.Trim()).OrderBy(n => n).MaxAsync()")]
    [InlineData("Select(p => p.Id).ToHashSetAsync()")]
    [InlineData("Select(p => p.Id).ToHashSetAsync(comparer: null)")]
    [InlineData("ToDictionaryAsync(p => p.Id)")]
    [InlineData("CountByAsync(p => p.AccessType)")]
    [InlineData("CountByAsync(p => p.AccessType, comparer: null)")]
    [InlineData("CountByAsync(p => p.Name, flag ? System.StringComparer.Ordinal : null)")]
    [InlineData("SumAsync(p => p.Metadata.Count)")]
    [InlineData("AverageAsync(p => p.Metadata.Count)")]
    [InlineData("Select(p => p.Metadata.Count).SumAsync()")]
    [InlineData("SingleAsync(p => p.Name == text)")]
    [InlineData("SingleOrDefaultAsync()")]
    [InlineData("ForEachAsync((p, _) => default, 4)")]
    [InlineData("ForEachAsync((p, _) => default, workers: texts.Length)")]
    [InlineData("Where(p => p.Name == null).ExecuteDeleteAsync()")]
    [InlineData("Where(p => p.Name == null).PreviewDeleteAsync()")]
    public Task ResultThatDoesNotDependOnTheOrder_DoesNotTrigger(string rest) =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>($"var q = client.Query().OrderBy(p => p.UpdatedAt).{rest};");

    [Theory]
    [InlineData("ToListAsync()")]
    [InlineData("FirstAsync()")]
    [InlineData("LastAsync()")]
    [InlineData("ElementAtAsync(1)")]
    [InlineData("ToPageAsync(5)")]
    [InlineData("AsPages()")]
    [InlineData("ForEachAsync((p, _) => default)")]
    [InlineData("ForEachAsync((p, _) => default, 1)")]
    [InlineData("FullJoinAsync(texts, t => t, p => p.Id)")]
    [InlineData("Select(p => p.Id).ToHashSetAsync(System.StringComparer.OrdinalIgnoreCase)")]
    [InlineData("Take(5).CountAsync(p => p.Name != null)")]
    [InlineData("Take(5).Where(p => p.Name != null).CountAsync()")]
    [InlineData("Take(5).AllAsync(p => p.Name != null)")]
    [InlineData("Skip(5).MinByAsync(p => p.Id)")]
    [InlineData("Take(5).SingleAsync()")]
    [InlineData("Take(5).ExecuteDeleteAsync()")]
    [InlineData("Take(5).PreviewDeleteAsync()")]
    [InlineData("CountByAsync(p => p.Name, System.StringComparer.OrdinalIgnoreCase)")]
    [InlineData("Explain()")]
    public Task ResultThatDependsOnTheOrder_Triggers(string rest) =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>($"var q = client.Query().[|OrderBy(p => p.UpdatedAt)|].{rest};");

    [Theory]
    [InlineData(
        "Task<int> Count(ProfileQuery<UserProfile> all) => all.CountAsync().AsTask(); await Count(client.Query().OrderBy(p => p.UpdatedAt));"
    )]
    [InlineData(
        "ProfileQuery<UserProfile> All() => client.Query().OrderBy(p => p.UpdatedAt); await All().CountAsync();"
    )]
    public Task QueryThatIsPassedOn_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>(statements);

    [Theory]
    [InlineData(
        "var q = client.Query().OrderBy(p => p.UpdatedAt); Console.WriteLine(q.ToString()); await q.CountAsync();"
    )]
    [InlineData("Console.WriteLine(client.Query().OrderBy(p => p.UpdatedAt).Take(5).ToString());")]
    [InlineData("Console.WriteLine(client.Query().OrderBy(p => p.UpdatedAt));")]
    [InlineData("Console.WriteLine($\"{client.Query().OrderBy(p => p.UpdatedAt)}\");")]
    [InlineData("FormattableString shown = $\"{client.Query().OrderBy(p => p.UpdatedAt)}\";")]
    [InlineData("var shown = text + client.Query().OrderBy(p => p.UpdatedAt);")]
    [InlineData("object any = client.Query().OrderBy(p => p.UpdatedAt); Console.WriteLine(any);")]
    [InlineData("Console.WriteLine(client.Query().OrderBy(p => p.UpdatedAt).GetType());")]
    [InlineData("var r = new { Query = client.Query().OrderBy(p => p.UpdatedAt) }; await r.Query.CountAsync();")]
    [InlineData("var all = new[] { client.Query().OrderBy(p => p.UpdatedAt) }; await all[0].CountAsync();")]
    [InlineData(
        "List<ProfileQuery<UserProfile>> all = [client.Query().OrderBy(p => p.UpdatedAt)]; await all[0].CountAsync();"
    )]
    [InlineData("var both = (client.Query().OrderBy(p => p.UpdatedAt), 1); await both.Item1.CountAsync();")]
    [InlineData("kept ??= client.Query().OrderBy(p => p.UpdatedAt); await kept.CountAsync();")]
    public Task QueryThatMayOnlyBeShownOrCounted_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>(
            statements,
            "private static ProfileQuery<UserProfile>? kept; private static readonly ProfileQuery<UserProfile> All = Profiles.Query().OrderBy(p => p.UpdatedAt); private static ValueTask<int> Count() => All.CountAsync();"
        );

    [Theory]
    [InlineData(
        "ValueTask<int> Count(IAsyncEnumerable<UserProfile> all) => all.CountAsync(); await Count(client.Query().[|OrderBy(p => p.UpdatedAt)|]);"
    )]
    [InlineData(
        "IAsyncEnumerable<UserProfile> All() => client.Query().[|OrderBy(p => p.UpdatedAt)|]; await foreach (var p in All()) { }"
    )]
    public Task QueryThatIsPassedOnAsASequence_Triggers(string statements) =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>(statements);

    [Fact]
    public Task LocalThatIsCounted_DoesNotTrigger() =>
        Verify.AnalyzerAsync<UnsortableKeyAnalyzer>(
            "var q = client.Query().OrderBy(p => p.UpdatedAt); await q.CountAsync();"
        );

    [Fact]
    public Task Unsortable_FixesByLeaving() =>
        Verify.FixAsync<UnsortableKeyAnalyzer, UnsortableKeyFixer>(
            "var a = await client.Query().[|OrderBy(p => p.UpdatedAt)|].ToListAsync(); await foreach (var p in client.Query().[|OrderBy(p => p.Id)|]) { }",
            "var a = await client.Query().AsAsyncEnumerable().OrderBy(p => p.UpdatedAt).ToListAsync(); await foreach (var p in client.Query().AsAsyncEnumerable().OrderBy(p => p.Id)) { }"
        );

    [Theory]
    [InlineData(
        "var q = client.Query().[|OrderByDescending(p => p.UpdatedAt)|];",
        "var q = client.Query().AsAsyncEnumerable().OrderByDescending(p => p.UpdatedAt);"
    )]
    [InlineData(
        "await foreach (var p in client.Query().[|OrderByDescending(p => p.UpdatedAt)|].WithCancellation(default).ConfigureAwait(false)) { }",
        "await foreach (var p in client.Query().AsAsyncEnumerable().OrderByDescending(p => p.UpdatedAt).WithCancellation(default).ConfigureAwait(false)) { }"
    )]
    [InlineData(
        "await foreach (var p in client.Query().[|OrderBy(p => p.UpdatedAt)|].ConfigureAwait(false).WithCancellation(default)) { }",
        "await foreach (var p in client.Query().AsAsyncEnumerable().OrderBy(p => p.UpdatedAt).ConfigureAwait(false).WithCancellation(default)) { }"
    )]
    [InlineData(
        "foreach (var p in await client.Query().Skip(5).[|OrderBy(p => p.UpdatedAt)|].Take(5).ToListAsync().ConfigureAwait(false)) { }",
        "foreach (var p in await client.Query().Skip(5).AsAsyncEnumerable().OrderBy(p => p.UpdatedAt).Take(5).ToListAsync().ConfigureAwait(false)) { }"
    )]
    public Task Unsortable_FixesByLeavingInEveryLoop(string before, string after) =>
        Verify.FixAsync<UnsortableKeyAnalyzer, UnsortableKeyFixer>(before, after);

    [Theory]
    [InlineData("ProfileQuery<UserProfile> q = client.Query().[|OrderBy(p => p.UpdatedAt)|];")]
    [InlineData("var q = client.Query().[|OrderBy(p => p.UpdatedAt)|]; q = q.Take(5);")]
    [InlineData("await client.Query().[|OrderBy(p => p.UpdatedAt)|].WithPageSize(5).ToListAsync();")]
    [InlineData("await client.Query().[|OrderByDescending(p => p.UpdatedAt)|].ToPageAsync(5);")]
    [InlineData("await foreach (var page in client.Query().[|OrderBy(p => p.UpdatedAt)|].AsPages()) { }")]
    [InlineData(
        "await foreach (var m in client.Query().[|OrderBy(p => p.UpdatedAt)|].FullJoinAsync(texts, t => t, p => p.Id)) { }"
    )]
    [InlineData("await client.Query().[|OrderBy(p => p.Name!.Length)|].ToListAsync();")]
    [InlineData("await client.Query().[|OrderBy(p => p.UpdatedAt)|].Select(p => p.Name!.Trim()).ToListAsync();")]
    [InlineData(
        "var q = client.Query().[|OrderBy(p => p.UpdatedAt)|]; await foreach (var n in q.Select(p => p.Name!.Trim())) { }"
    )]
    [InlineData(
        "var q = client.Query().[|OrderBy(p => p.UpdatedAt)|]; await foreach (var n in from p in q select p.Name!.Trim()) { }"
    )]
    [InlineData(
        "var q = client.Query().[|OrderBy(p => p.UpdatedAt)|]; if (flag) { var r = q.Select(p => p); await r.Where(p => (p.Name!).Length > 3).ToListAsync(); }"
    )]
    [InlineData("await client.Query().[|OrderBy(p => p.UpdatedAt)|].Select(p => p.Metadata[\"a\"]![0]).ToListAsync();")]
    [InlineData(
        "await client.Query().[|OrderBy(p => (DateTimeOffset)p.ExternalUserDetails.OnboardedAt!)|].ToListAsync();"
    )]
    [InlineData(
        "#nullable disable\nawait client.Query().[|OrderBy(p => p.UpdatedAt)|].Select(p => p.Name.Trim()).ToListAsync();\n#nullable restore\n"
    )]
    public Task NeedsQueryLater_DoesNotFix(string statements) =>
        Verify.FixAsync<UnsortableKeyAnalyzer, UnsortableKeyFixer>(statements, statements);

    [Theory]
    [InlineData(
        "static IAsyncEnumerable<UserProfile> All(ProfilesClient c) => c.Query().[|OrderBy(p => p.Name!.Length)|];"
    )]
    [InlineData("static IAsyncEnumerable<UserProfile> All => Profiles.Query().[|OrderBy(p => p.Name!.Length)|];")]
    [InlineData(
        "static readonly IAsyncEnumerable<UserProfile> All = Profiles.Query().[|OrderBy(p => p.Name!.Length)|];"
    )]
    public Task NullInAMemberWithoutStatements_DoesNotFix(string member) =>
        Verify.FixAsync<UnsortableKeyAnalyzer, UnsortableKeyFixer>("", "", member);

    [Fact]
    public Task NullThatNoQueryMeets_Fixes() =>
        Verify.FixAsync<UnsortableKeyAnalyzer, UnsortableKeyFixer>(
            "var q = client.Query().[|OrderBy(p => p.UpdatedAt)|]; var known = texts.Select(t => t!.Length).ToList(); Console.WriteLine(text!.Length);",
            "var q = client.Query().AsAsyncEnumerable().OrderBy(p => p.UpdatedAt); var known = texts.Select(t => t!.Length).ToList(); Console.WriteLine(text!.Length);"
        );
}
