namespace FluentProfiles.Analyzers.Tests.Sound;

/// <summary>Ways of using queries that only look like the ones that rules report.</summary>
public sealed class SoundUseTests
{
    [Theory]
    [InlineData(
        "List<UserProfile>? cache = null; foreach (var t in texts) { cache ??= await client.Query().ToListAsync(); }"
    )]
    [InlineData(
        "List<UserProfile>? cache = null; foreach (var t in texts) { if (cache is null) cache = await client.Query().ToListAsync(); }"
    )]
    [InlineData(
        "List<UserProfile>? cache = null; foreach (var t in texts) { if (cache != null) continue; cache = await client.Query().ToListAsync(); }"
    )]
    [InlineData(
        "var loaded = false; foreach (var t in texts) { if (!loaded) { var all = await client.Query().ToListAsync(); loaded = true; } }"
    )]
    [InlineData(
        "var cache = new Dictionary<string, int>(); foreach (var t in texts) { if (!cache.TryGetValue(t, out var n)) { n = await client.Query().CountAsync(p => p.Name == t); cache[t] = n; } }"
    )]
    [InlineData(
        "var cache = new Dictionary<string, int>(); foreach (var t in texts) { if (!cache.ContainsKey(t)) cache.Add(t, await client.Query().CountAsync(p => p.Name == t)); }"
    )]
    [InlineData(
        "for (var i = 0; i < 10; i++) { var n = await client.Query().CountAsync(); if (n < number) break; await Task.Delay(1000); }"
    )]
    [InlineData("for (; ; ) { if (await client.Query().CountAsync() < number) break; }")]
    [InlineData(
        "using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1)); while (await timer.WaitForNextTickAsync()) await client.Query().ToListAsync();"
    )]
    [InlineData("foreach (var t in texts) { if (t == text) { await client.Query().ToListAsync(); break; } }")]
    [InlineData(
        "foreach (var t in texts) { if (t.Length > 3) { var all = await client.Query().ToListAsync(); Console.WriteLine(all.Count); return; } }"
    )]
    [InlineData(
        "foreach (var t in texts) { var all = await client.Query().ToListAsync(); Console.WriteLine(all.Count); break; }"
    )]
    [InlineData("await foreach (var job in Jobs()) await client.Query().Where(p => p.Name == job).ToListAsync();")]
    [InlineData(
        "var queue = System.Threading.Channels.Channel.CreateUnbounded<string>(); await foreach (var job in queue.Reader.ReadAllAsync()) { await foreach (var p in client.Query()) Console.WriteLine(p.Id + job); }"
    )]
    [InlineData(
        "var queue = new System.Collections.Concurrent.BlockingCollection<string>(); foreach (var job in queue.GetConsumingEnumerable()) await client.Query().ToListAsync();"
    )]
    [InlineData("var c = client; foreach (var t in texts) { c = Of(t); await c.Query().ToListAsync(); }")]
    [InlineData(
        "ProfilesClient c; foreach (var t in texts) { c = Of(t); await foreach (var p in c.Query()) Console.WriteLine(p.Id); }"
    )]
    [InlineData("foreach (var t in texts) { current = Of(t); await current.Query().ToListAsync(); }")]
    [InlineData(
        "List<UserProfile>? cache = null; foreach (var t in texts) { cache = cache ?? await client.Query().ToListAsync(); }"
    )]
    [InlineData(
        "var found = false; foreach (var t in texts) { found = found || await client.Query().AnyAsync(p => p.Name == t); }"
    )]
    [InlineData(
        "var state = 0; foreach (var t in texts) { switch (state) { case 0: await client.Query().ToListAsync(); state = 1; break; } }"
    )]
    [InlineData(
        "for (var i = 0; i < 3; i++) { var all = await client.Query().ToListAsync(); if (all.Exists(p => p.Name == null)) break; }"
    )]
    [InlineData(
        "foreach (var t in texts) { var all = await client.Query().ToListAsync(); if (all.Exists(p => p.Name == t)) { Console.WriteLine(t); return; } }"
    )]
    public Task RunThatIsNotRepeated_IsNotReported(string statements) => Unreported.AssertAsync(statements, Members);

    [Theory]
    [InlineData(
        "foreach (var t in texts) { if (t.Length > 3) { await client.Query().Where(p => p.Name == t).ToListAsync(); } }"
    )]
    [InlineData(
        "foreach (var t in texts) { var all = await client.Query().ToListAsync(); if (all.Count == 0) continue; Console.WriteLine(t); }"
    )]
    [InlineData(
        "foreach (var t in texts) { var one = await client.Query().FirstOrDefaultAsync(p => p.Name == t); if (one is null) return; }"
    )]
    [InlineData(
        "var sum = 0; for (var i = 0; i < texts.Length; i++) { sum += await client.Query().CountAsync(p => p.Name == texts[i]); }"
    )]
    [InlineData(
        "await foreach (var q in client.Query()) { var same = await client.Query().CountAsync(p => p.Name == q.Name); Console.WriteLine(same); }"
    )]
    public async Task RunThatIsRepeated_IsReported(string statements) =>
        Assert.Single(await Diagnoses.OfAsync(statements, Members), one => one.Id == "FP0305");

    [Theory]
    [InlineData("if (await ProfileQuery.FromItems([]).CountAsync() > 0) return;")]
    [InlineData("if (await client.Query().Take(5).CountAsync() > 0) return;")]
    [InlineData("if (await client.Query().Where(p => p.Name != null).Take(5).CountAsync() != 0) return;")]
    [InlineData("if (await client.Query().Where(p => texts.Contains(p.Id)).CountAsync() > 0) return;")]
    [InlineData("var first = client.Query().Take(10); if ((await first.ToListAsync()).Count == 0) return;")]
    public Task CountThatReadsNoListing_IsNotReported(string statements) => Unreported.AssertAsync(statements);

    [Theory]
    [InlineData("client.Query().WithPageSize(10).Take(100).Take(5)")]
    [InlineData("client.Query().WithPageSize(10).Take(100).Where(p => p.Name != null).Take(5)")]
    [InlineData("client.Query().WithPageSize(10).Take(5).Take(100)")]
    [InlineData("client.Query().Take(200).WithPageSize(25).Take(20)")]
    public async Task PageSizeThatFitsTheLaterTake_IsNotReported(string query) =>
        Assert.DoesNotContain(
            await Diagnoses.OfAsync($"var all = await {query}.ToListAsync(); var any = await {query}.AnyAsync();"),
            one => one.Id == "FP0004"
        );

    [Theory]
    [InlineData("client.Query().WithPageSize(10).Take(100).FirstAsync()")]
    [InlineData("client.Query().WithPageSize(10).Take(100).AnyAsync()")]
    [InlineData("client.Query().WithPageSize(10).Take(100).ToPageAsync(10)")]
    public async Task PageSizeOfARunThatStopsEarly_IsNotReported(string run) =>
        Assert.DoesNotContain(await Diagnoses.OfAsync($"var x = await {run};"), one => one.Id == "FP0004");

    [Theory]
    [InlineData(
        "client.Query().Where(p => p.Name == \"a\").Select(p => new { Name = p.Id }).Where(x => x.Name == \"b\")"
    )]
    [InlineData(
        "client.Query().Where(p => p.Name == \"a\").Select(p => new { Name = p.ExternalUserDetails.Country }).Where(x => x.Name == \"DE\")"
    )]
    [InlineData(
        "client.Query().Where(p => p.Name == \"a\").Select(p => new { Name = p.Name + \"b\" }).Where(x => x.Name == \"ab\")"
    )]
    [InlineData(
        "client.Query().Where(p => p.Name == \"a\").Select(p => new UserProfile { Name = p.Id }).Where(x => x.Name == \"b\")"
    )]
    [InlineData(
        "from p in client.Query() where p.Name == \"a\" let n = new { Name = p.Id } where n.Name == \"b\" select p"
    )]
    [InlineData(
        "client.Query().Select(p => new { A = p.Name, B = p.Id }).Where(x => x.A == \"a\").Select(x => new { A = x.B }).Where(x => x.A == \"b\")"
    )]
    public Task ConditionsOnAMemberThatASelectChanges_AreNotReported(string query) =>
        Unreported.AssertAsync($"var q = {query};");

    [Theory]
    [InlineData("client.Query().Where(p => p.Name == \"a\").Select(p => new { N = p.Name }).Where(x => x.N == \"b\")")]
    [InlineData("from p in client.Query() let n = p.Name where n == \"a\" where p.Name == \"b\" select p")]
    public async Task ConditionsThatExcludeEachOtherBehindASelect_AreReported(string query) =>
        Assert.Single(await Diagnoses.OfAsync($"var q = {query};"), one => one.Id == "FP0205");

    [Theory]
    [InlineData(
        "from p in client.Query() let n = p.Name!.Trim() orderby p.Name select n",
        "The let of 'n' computes a value, so that the service can't sort behind it, and the client can't sort an unbounded query; write the order before it if it is by CreatedAt or Name, Take before the OrderBy, or AsAsyncEnumerable() to read everything"
    )]
    [InlineData(
        "client.Query().Select(p => p.Name!.Trim()).OrderByDescending(n => n)",
        "The Select computes a value, so that the service can't sort behind it, and the client can't sort an unbounded query; write the order before it if it is by CreatedAt or Name, Take before the OrderByDescending, or AsAsyncEnumerable() to read everything"
    )]
    [InlineData(
        "client.Query().OrderBy(p => p.UpdatedAt)",
        "The service sorts by CreatedAt and Name only, and the client can't sort an unbounded query; write Take before the OrderBy, or AsAsyncEnumerable() to read everything"
    )]
    public async Task UnsortableOrder_NamesItsCause(string query, string message) =>
        Assert.Equal(
            message,
            Assert
                .Single(await Diagnoses.OfAsync($"var q = {query};"), one => one.Id == "FP0201")
                .GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );

    private const string Members = """
        private static ProfilesClient current = new();
        private static ProfilesClient Of(string tenant) => new();
        private static async IAsyncEnumerable<string> Jobs() { await Task.Yield(); yield return ""; }
        """;
}
