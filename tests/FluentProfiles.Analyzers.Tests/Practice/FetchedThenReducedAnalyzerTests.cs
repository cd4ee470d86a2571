using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Practice;

public sealed class FetchedThenReducedAnalyzerTests
{
    [Theory]
    [InlineData("var x = (await client.Query().ToListAsync()).[|Where|](p => p.EnforcementStatus == \"banned\");")]
    [InlineData("var n = (await Profiles.Query().ToListAsync()).[|Count|];")]
    [InlineData("var n = (await client.Query().ToArrayAsync().ConfigureAwait(false)).[|Length|];")]
    [InlineData("var n = (await client.Query().ToListAsync()).[|Count|](p => p.Metadata[\"plan\"] == text);")]
    [InlineData("var all = await client.Query().ToListAsync(); var first = all.[|First|]();")]
    [InlineData(
        "List<UserProfile> all = await client.Query().ToListAsync(); var x = all.[|Where|](p => texts.Contains(p.Id)).ToList();"
    )]
    [InlineData(
        "var all = await client.Query().ToListAsync(); var x = from p in all [|where|] p.Name == text select p.Id;"
    )]
    [InlineData("var all = await client.Query().ToListAsync(); foreach (var p in all.[|Take|](5)) { }")]
    [InlineData(
        "var all = await client.Query().ToListAsync(); var x = all.[|OrderBy|](p => p.CreatedAt).Select(p => p.Id);"
    )]
    [InlineData(
        "foreach (var p in await client.Query().ToListAsync()) { if ([|p.Name != text|]) continue; Console.WriteLine(p.Id); }"
    )]
    [InlineData(
        "var all = await client.Query().ToListAsync(); foreach (var p in all) { if ([|!p.Metadata.ContainsKey(text)|]) { continue; } Console.WriteLine(p.Id); }"
    )]
    [InlineData("if ((await client.Query().ToListAsync()).[|Any|](p => p.Name == text)) { }")]
    [InlineData("while (flag) { var all = await client.Query().ToListAsync(); Console.WriteLine(all.[|Count|]); }")]
    [InlineData(
        "var ids = new List<string> { text }; var all = await client.Query().ToListAsync(); var x = all.[|Where|](p => ids.Contains(p.Id)); Console.WriteLine(ids.Count);"
    )]
    [InlineData(
        "var ids = texts ?? []; var all = await client.Query().ToListAsync(); var x = all.[|Where|](p => ids.Contains(p.Id));"
    )]
    [InlineData(
        "foreach (var t in texts) { var name = t; foreach (var p in await client.Query().ToListAsync()) { if ([|p.Name != name|]) continue; Console.WriteLine(p.Id); } }"
    )]
    [InlineData(
        "Func<string, Task<int>> count = async name => (await client.Query().ToListAsync()).[|Count|](p => p.Name == name);"
    )]
    public Task ReducedInMemory_Triggers(string statements) =>
        Verify.AnalyzerAsync<FetchedThenReducedAnalyzer>(statements);

    [Theory]
    [InlineData(
        "var all = await client.Query().ToListAsync(); Console.WriteLine(all.Count); Console.WriteLine(all.Where(p => p.Name == text).Count());"
    )]
    [InlineData(
        "var all = await client.Query().ToListAsync(); foreach (var t in texts) Console.WriteLine(all.Count(p => p.Name == text));"
    )]
    [InlineData("var all = await client.Query().ToListAsync(); Func<int> f = () => all.Count(p => p.Name == text);")]
    [InlineData("var all = await client.Query().Take(50).ToListAsync(); var x = all.Where(p => p.Name == text);")]
    [InlineData("var all = await client.Query().Where(p => texts.Contains(p.Id)).ToListAsync(); var n = all.Count;")]
    [InlineData("var all = await given.ToListAsync(); var n = all.Count;")]
    [InlineData("var all = await ProfileQuery.FromItems([]).ToListAsync(); var n = all.Count;")]
    [InlineData("var all = await client.Query().WithMaxRequests(5).ToListAsync(); var n = all.Count;")]
    [InlineData("var all = await client.Query().ToListAsync(); foreach (var p in all) Console.WriteLine(p.Id);")]
    [InlineData("var all = await client.Query().ToListAsync(); var x = all.Where(p => Keep(p));")]
    [InlineData("var all = await client.Query().ToListAsync(); var x = all.Where(Keep);")]
    [InlineData(
        "var all = await client.Query().ToListAsync(); var x = all.OrderBy(p => p.Name, StringComparer.CurrentCulture);"
    )]
    [InlineData("var all = await client.Query().ToListAsync(); var x = all.OrderBy(p => p.UpdatedAt).First();")]
    [InlineData("var all = await client.Query().ToListAsync(); var x = all.GroupBy(p => p.EnforcementStatus);")]
    [InlineData(
        "var all = await client.Query().ToListAsync(); var since = DateTimeOffset.UtcNow; var x = all.Where(p => p.CreatedAt > since);"
    )]
    [InlineData("var all = await client.Query().ToListAsync(); var x = all.Where(p => p.Name!.Length > 3);")]
    [InlineData("cached ??= await client.Query().ToListAsync(); var x = cached.Where(p => p.Name == text);")]
    [InlineData("var any = (await client.Query().ToListAsync()).Count > 0;")]
    [InlineData("var x = (await client.Query().Select(p => p.Id).ToListAsync()).Where(id => id == text);")]
    [InlineData(
        "foreach (var p in await client.Query().ToListAsync()) { if (Keep(p)) continue; Console.WriteLine(p.Id); }"
    )]
    [InlineData(
        "foreach (var p in await client.Query().ToListAsync()) { if (flag) continue; Console.WriteLine(p.Id); }"
    )]
    [InlineData(
        "foreach (var p in await client.Query().ToListAsync()) { Console.WriteLine(p.Id); if (p.Name == text) continue; }"
    )]
    public Task UsedElsewhereOrBoundedOrNotMovable_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<FetchedThenReducedAnalyzer>(
            statements,
            "private static List<UserProfile>? cached; private static bool Keep(UserProfile p) => true;"
        );

    [Theory]
    [InlineData("", "text = text.Trim(); var x = all.Where(p => p.Name == text).ToList();")]
    [InlineData("", "var x = all.Where(p => p.Name == text); text = \"b\"; Console.WriteLine(x.Count());")]
    [InlineData("", "foreach (var p in all) { if (p.Name == text) continue; text = p.Name ?? \"\"; }")]
    [InlineData("", "int.TryParse(text, out number); var x = all.Where(p => p.Metadata.Count == number);")]
    [InlineData("", "(text, number) = (\"b\", 2); var x = all.Where(p => p.Name == text);")]
    [InlineData("", "void Set() => text ??= \"b\"; Set(); var x = all.Where(p => p.Name == text);")]
    [InlineData("", "texts[0] = text; var x = all.Where(p => texts.Contains(p.Id));")]
    [InlineData("", "Array.Sort(texts); var x = all.Where(p => texts.Contains(p.Id));")]
    [InlineData("var ids = texts;", "texts[0] = text; var x = all.Where(p => ids.Contains(p.Id));")]
    [InlineData("var ids = texts ?? [];", "texts![0] = text; var x = all.Where(p => ids.Contains(p.Id));")]
    [InlineData("var ids = new List<string>();", "ids.Add(text); var x = all.Where(p => ids.Contains(p.Id));")]
    [InlineData(
        "var ids = new List<string>();",
        "var same = ids; same.Add(text); var x = all.Where(p => ids.Contains(p.Id));"
    )]
    [InlineData("", "Field.Add(text); var x = all.Where(p => Field.Contains(p.Id));")]
    [InlineData("var ids = Field;", "Field.Add(text); var x = all.Where(p => ids.Contains(p.Id));")]
    [InlineData("var ids = Property;", "Property.Add(text); var x = all.Where(p => ids.Contains(p.Id));")]
    [InlineData(
        "var seen = new HashSet<string?>();",
        "foreach (var p in all) { if (seen.Contains(p.Name)) continue; seen.Add(p.Name); }"
    )]
    [InlineData("var made = new NewProfile();", "made.Name = text; var x = all.Where(p => p.Name == made.Name);")]
    public Task CaptureThatChanges_DoesNotTrigger(string before, string after) =>
        Verify.AnalyzerAsync<FetchedThenReducedAnalyzer>(
            $"{before} var all = await client.Query().ToListAsync(); {after}",
            "private static readonly HashSet<string> Field = []; private static HashSet<string> Property { get; } = [];"
        );

    [Theory]
    [InlineData("private readonly HashSet<string> ids = [];", "")]
    [InlineData("private readonly HashSet<string> ids; public Service(HashSet<string> ids) => this.ids = ids;", "")]
    [InlineData("private readonly System.Collections.Frozen.FrozenSet<string> ids = null!;", "")]
    public Task ListInAFieldThatIsOnlyRead_Triggers(string field, string parameters) =>
        Verify.AnalyzerAsync<FetchedThenReducedAnalyzer>("", ServiceOf(field, parameters, "[|Where|]"));

    [Theory]
    [InlineData("private readonly HashSet<string> ids = []; public void Add(string id) => ids.Add(id);", "")]
    [InlineData("public readonly HashSet<string> ids = [];", "")]
    [InlineData("private HashSet<string> ids = [];", "")]
    [InlineData("public void Forget() => ids = [];", "(HashSet<string> ids)")]
    public Task ListInAFieldThatMayChange_DoesNotTrigger(string field, string parameters) =>
        Verify.AnalyzerAsync<FetchedThenReducedAnalyzer>("", ServiceOf(field, parameters, "Where"));

    [Fact]
    public Task UsedAtOnce_FixesToQuery() =>
        Verify.FixAsync<FetchedThenReducedAnalyzer, FetchedThenReducedFixer>(
            """
            var a = (await client.Query().ToListAsync(default)).[|Where|](p => p.Name == text).ToList();
            var b = (await client.Query().ToListAsync(default).ConfigureAwait(false)).[|Count|](p => p.Name == text);
            var c = (await client.Query().ToArrayAsync()).[|Length|] + 1;
            var d = (await (from p in client.Query() select p).ToListAsync(cancellationToken: default)).[|FirstOrDefault|](p => p.Name == text)?.Name;
            foreach (var p in (await client.Query().ToListAsync()).[|Skip|](5).Take(5)) { }
            var e = from p in await client.Query().ToListAsync() [|where|] p.Name == text select p.Id;
            """,
            """
            var a = await client.Query().Where(p => p.Name == text).ToListAsync(default);
            var b = await client.Query().CountAsync(p => p.Name == text, default).ConfigureAwait(false);
            var c = (await client.Query().CountAsync()) + 1;
            var d = (await (from p in client.Query() select p).FirstOrDefaultAsync(p => p.Name == text, cancellationToken: default))?.Name;
            foreach (var p in await client.Query().Skip(5).Take(5).ToListAsync()) { }
            var e = from p in await client.Query().Where(p => p.Name == text).ToListAsync() select p.Id;
            """
        );

    [Fact]
    public Task HeldInALocal_FixesToQuery() =>
        Verify.FixAsync<FetchedThenReducedAnalyzer, FetchedThenReducedFixer>(
            """
            var all = await client
                .Query() // every one
                .ToListAsync();
            var named = all.[|Where|](p => p.Name == text).OrderBy(p => p.CreatedAt).Select(p => p.Id);
            List<UserProfile> counted = await client.Query().ToListAsync(default);
            Console.WriteLine(counted.[|Count|]);
            var looped = await client.Query().ToListAsync();
            foreach (var p in looped)
            {
                if ([|p.EnforcementStatus != EnforcementStatus.Banned|])
                    continue;
                Console.WriteLine(p.Id);
            }
            """,
            """
            var all = await client
                .Query().Where(p => p.Name == text).OrderBy(p => p.CreatedAt) // every one
                .ToListAsync();
            var named = all.Select(p => p.Id);
            var counted = await client.Query().CountAsync(default);
            Console.WriteLine(counted);
            var looped = await client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned).ToListAsync();
            foreach (var p in looped)
            {
                Console.WriteLine(p.Id);
            }
            """
        );

    [Theory]
    [InlineData("var x = (await client.Query().ToListAsync()) /* all */ .[|Where|](p => p.Name == text);")]
    [InlineData("var x = (await client.Query().ToListAsync()).[|Where|](p => p.Name == text); x = x.Reverse();")]
    [InlineData(
        "foreach (var p in await client.Query().ToListAsync()) { if ([|p.Name == null|]) /* unnamed */ continue; Console.WriteLine(p.Id); }"
    )]
    public Task CommentOrOtherType_DoesNotFix(string statements) =>
        Verify.FixAsync<FetchedThenReducedAnalyzer, FetchedThenReducedFixer>(statements, statements);

    private static string ServiceOf(string field, string parameters, string call) =>
        $$"""
            public sealed class Service{{parameters}}
            {
                {{field}}
                public async Task<object> RunAsync(ProfilesClient client)
                {
                    var all = await client.Query().ToListAsync();
                    return all.{{call}}(p => ids.Contains(p.Id)).ToList();
                }
            }
            """;
}
