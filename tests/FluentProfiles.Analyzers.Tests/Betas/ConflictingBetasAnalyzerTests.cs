using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class ConflictingBetasAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().WithBeta(\"user-profiles-2026-03-24\").WithBeta([|\"user-profiles-2026-08-18\"|])")]
    [InlineData("given.WithBeta(AnthropicBeta.UserProfiles2026_09_04, [|AnthropicBeta.UserProfiles2026_08_18|])")]
    [InlineData(
        "new ProfilesClientOptions { Betas = [\"user-profiles-2026-03-24\", [|\"user-profiles-2026-08-18\"|]] }"
    )]
    [InlineData(
        "client.DataControls.UpdateAsync(text, new(), new() { Betas = [\"user-profiles-2026-03-24\", [|\"user-profiles-2026-08-18\"|]] })"
    )]
    public Task TwoShapes_Triggers(string expression) =>
        Verify.AnalyzerAsync<ConflictingBetasAnalyzer>($"var x = {expression};");

    [Theory]
    [InlineData("new CallOptions { Betas = { \"user-profiles-2026-03-24\", [|\"user-profiles-2026-08-18\"|] } }")]
    [InlineData(
        "new CallOptions { Betas = new AnthropicBeta[] { \"user-profiles-2026-03-24\", [|\"user-profiles-2026-08-18\"|] } }"
    )]
    public Task TwoShapesOfACallsOptions_Trigger(string expression) =>
        Verify.AnalyzerAsync<ConflictingBetasAnalyzer>($"var x = {expression}; await client.GetAsync(text, x);");

    [Fact]
    public Task AddedToACallsOptions_Triggers() =>
        Verify.AnalyzerAsync<ConflictingBetasAnalyzer>(
            """
            var x = new CallOptions { Tag = text, Betas = ["user-profiles-2026-03-24"] };
            x.Betas.Add([|"user-profiles-2026-08-18"|]);
            await client.DeleteAsync(text, x);
            """
        );

    [Fact]
    public Task OneShapeInEachOfTwoCalls_DoesNotTrigger() =>
        Verify.AnalyzerAsync<ConflictingBetasAnalyzer>(
            """
            await client.GetAsync(text, new() { Betas = ["user-profiles-2026-03-24"] });
            await client.GetAsync(text, new() { Betas = ["user-profiles-2026-08-18"] });
            """
        );

    [Fact]
    public Task Reassignment_Triggers() =>
        Verify.AnalyzerAsync<ConflictingBetasAnalyzer>(
            """
            var q = client.Query().WithBeta("user-profiles-2026-03-24");
            q = q.Take(4);
            q = q.WithBeta([|"user-profiles-2026-08-18"|]);
            await q.Take(5).ToListAsync();
            """
        );

    [Fact]
    public Task OptionsAndAdd_Triggers() =>
        Verify.AnalyzerAsync<ConflictingBetasAnalyzer>(
            """
            var options = new ProfilesClientOptions { Betas = ["user-profiles-2026-03-24"] };
            options.Betas.Add([|"user-profiles-2026-08-18"|]);
            """
        );

    [Theory]
    [InlineData("var q = client.Query().WithBeta(\"user-profiles-2026-03-24\", \"user-profiles-billing-2026-10-01\");")]
    [InlineData("var q = client.Query().WithBeta(\"user-profiles-2026-03-24\", text);")]
    [InlineData("var q = client.Query().WithBeta(\"user-profiles-2026-03-24\", \"user-profiles-2026-03-24\");")]
    [InlineData(
        "var q = client.Query(); q = flag ? q.WithBeta(\"user-profiles-2026-03-24\") : q.WithBeta(\"user-profiles-2026-08-18\");"
    )]
    [InlineData(
        "var q = client.Query(); if (flag) q = q.WithBeta(\"user-profiles-2026-03-24\"); q = q.WithBeta(\"user-profiles-2026-08-18\");"
    )]
    [InlineData(
        "var q = client.Query(); var a = q.WithBeta(\"user-profiles-2026-03-24\"); var b = q.WithBeta(\"user-profiles-2026-08-18\");"
    )]
    [InlineData(
        "var q = client.Query().WithBeta(\"user-profiles-2026-03-24\"); q = given; q = q.WithBeta(\"user-profiles-2026-08-18\");"
    )]
    [InlineData(
        "var c = new ProfilesClient(new ProfilesClientOptions { Betas = [\"user-profiles-2026-03-24\"] }); var q = c.Query().WithBeta(\"user-profiles-2026-08-18\");"
    )]
    [InlineData(
        "var q = client.Query().WithBeta(\"user-profiles-2026-03-24\", \"user-profiles-2026-08-18\"); Console.WriteLine(q.ToString());"
    )]
    [InlineData(
        "Console.WriteLine(client.Query().WithBeta(\"user-profiles-2026-03-24\").WithBeta(\"user-profiles-2026-08-18\"));"
    )]
    [InlineData(
        "var q = client.Query().WithBeta(\"user-profiles-2026-03-24\"); if (flag) q = q.WithBeta(\"user-profiles-2026-08-18\"); Console.WriteLine(q);"
    )]
    [InlineData(
        "Action<ProfilesClientOptions> f = o => { if (flag) o.Betas.Add(\"user-profiles-2026-03-24\"); else o.Betas.Add(\"user-profiles-2026-08-18\"); };"
    )]
    public Task OneShapeOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<ConflictingBetasAnalyzer>(statements);

    [Theory]
    [InlineData("client.Query().WithBeta(flag ? Old : []).WithBeta(\"user-profiles-2026-09-04\")")]
    [InlineData("client.Query().WithBeta(number switch { 1 => Old, _ => [] }).WithBeta(\"user-profiles-2026-09-04\")")]
    [InlineData("client.Query().WithBeta([.. flag ? Old : [], \"user-profiles-2026-09-04\"])")]
    [InlineData("client.Query().WithBeta([flag ? Older : \"user-profiles-2026-09-04\", \"user-profiles-2026-09-04\"])")]
    [InlineData("new ProfilesClientOptions { Betas = [.. flag ? Old : [], \"user-profiles-2026-09-04\"] }")]
    public async Task ListThatIsAChoiceHereAndSureElsewhere_DoesNotTrigger(string expression)
    {
        const string Members = """
            private const string Older = "user-profiles-2026-03-24";
            private static readonly AnthropicBeta[] Old = [Older];
            """;
        const string Sure = "var a = client.Query().WithBeta(Old);";
        await Verify.AnalyzerAsync<ConflictingBetasAnalyzer>($"{Sure} var b = {expression};", Members);
        await Verify.AnalyzerAsync<ConflictingBetasAnalyzer>($"var b = {expression}; {Sure}", Members);
    }

    [Fact]
    public Task ListThatIsSureHereAndAChoiceElsewhere_Triggers() =>
        Verify.AnalyzerAsync<ConflictingBetasAnalyzer>(
            "var a = client.Query().WithBeta(flag ? Old : []); var b = client.Query().WithBeta(Old).WithBeta([|\"user-profiles-2026-09-04\"|]);",
            "private static readonly AnthropicBeta[] Old = [\"user-profiles-2026-03-24\"];"
        );

    [Theory]
    [InlineData(
        "var q = client.Query().WithBeta(Older); var a = await q.Where(p => p.ExternalId == text).ToListAsync(); var b = await q.WithBeta([|Newer|]).ToListAsync();"
    )]
    [InlineData("var q = client.Query().WithBeta(Older); Keep(q); q = q.WithBeta([|Newer|]); await q.CountAsync();")]
    [InlineData("var q = client.Query().WithBeta(Older); if (flag) q = q.WithBeta([|Newer|]); await q.CountAsync();")]
    [InlineData("var q = client.Query().WithBeta(Older); var r = flag ? q : q.WithBeta([|Newer|]);")]
    [InlineData(
        "var q = client.Query().WithBeta(Older); foreach (var t in texts) await q.WithBeta([|Newer|]).CountAsync();"
    )]
    [InlineData(
        "AnthropicBeta[] old = [Older]; var a = client.Query().WithBeta(old); var b = client.Query().WithBeta(old).WithBeta([|Newer|]);"
    )]
    [InlineData("AnthropicBeta[] old = [Older]; var b = client.Query().WithBeta(old).WithBeta([|Newer|]);")]
    [InlineData("var b = client.Query().WithBeta(Shared).WithBeta([|Newer|]);")]
    [InlineData("var o = new ProfilesClientOptions { Betas = [.. Shared, [|Newer|]] };")]
    [InlineData(
        "var q = client.Query().WithBeta(Older); var r = q.WithBeta([|Newest|]); var s = q.WithBeta([|Newer|]); await r.CountAsync(); await s.WithBeta([|Newest|]).CountAsync();"
    )]
    public async Task OlderBetaThatSomethingElseSends_IsKept(string statements)
    {
        const string Members = """
            private const string Older = "user-profiles-2026-03-24", Newer = "user-profiles-2026-08-18", Newest = "user-profiles-2026-09-04";
            private static readonly AnthropicBeta[] Shared = ["user-profiles-2026-03-24"];
            private static void Keep(ProfileQuery<UserProfile> query) { }
            """;
        await Verify.FixAsync<ConflictingBetasAnalyzer, ConflictingBetasFixer>(statements, statements, Members);
    }

    [Fact]
    public Task TwoShapes_FixesByKeepingNewer() =>
        Verify.FixAsync<ConflictingBetasAnalyzer, ConflictingBetasFixer>(
            """
            var q = client.Query().WithBeta("user-profiles-2026-03-24").Take(1).WithBeta([|"user-profiles-2026-08-18"|]);
            var r = client.Query().WithBeta("user-profiles-2026-09-04", [|"user-profiles-2026-08-18"|]);
            """,
            """
            var q = client.Query().Take(1).WithBeta("user-profiles-2026-08-18");
            var r = client.Query().WithBeta("user-profiles-2026-09-04");
            """
        );
}
