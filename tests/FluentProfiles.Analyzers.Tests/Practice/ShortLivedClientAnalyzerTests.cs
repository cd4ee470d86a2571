namespace FluentProfiles.Analyzers.Tests.Practice;

public sealed class ShortLivedClientAnalyzerTests
{
    private const string AspNetCore = """
        using System;
        using System.Threading.Tasks;
        using FluentProfiles;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        namespace Microsoft.AspNetCore.Http { public class HttpContext; }
        namespace Microsoft.AspNetCore.Mvc { public abstract class ControllerBase { public string User => ""; } }
        namespace Microsoft.AspNetCore.Builder
        {
            public class WebApplication;

            public static class Endpoints
            {
                public static void MapGet(this WebApplication app, string pattern, Delegate handler) { }
                public static void Run(this WebApplication app, Func<HttpContext, Task> handler) { }
            }
        }

        """;

    [Theory]
    [InlineData(
        "foreach (var t in texts) { using var c = [|new ProfilesClient()|]; await c.CreateAsync(new() { Name = t }); }"
    )]
    [InlineData("for (var i = 0; i < 3; i++) { using (ProfilesClient c = [|new()|]) await c.GetAsync(text); }")]
    [InlineData(
        "foreach (var t in texts) await [|new ProfilesClient(new() { ApiKey = \"any-key\" })|].DeleteAsync(t);"
    )]
    [InlineData(
        "foreach (var t in texts) { var o = new ProfilesClientOptions(); o.ApiKey = text; using var c = [|new ProfilesClient(o)|]; await c.DeleteAsync(t); }"
    )]
    [InlineData(
        "foreach (var t in texts) { var c = [|new ProfilesClient(new() { ApiKey = Environment.GetEnvironmentVariable(\"KEY\") })|]; await c.DeleteAsync(t); }"
    )]
    [InlineData("while (flag) { using var c = [|new ProfilesClient()|]; await c.GetAsync(text); }")]
    [InlineData(
        "await Parallel.ForEachAsync(texts, async (t, ct) => { using var c = [|new ProfilesClient()|]; await c.GetAsync(t); });"
    )]
    [InlineData(
        "await foreach (var p in given) { using var c = [|new ProfilesClient()|]; await c.DeleteAsync(p.Id); }"
    )]
    public Task CreatedForEachItem_Triggers(string statements) =>
        Verify.AnalyzerAsync<ShortLivedClientAnalyzer>(statements);

    [Theory]
    [InlineData("using var c = new ProfilesClient(); await c.GetAsync(text);")]
    [InlineData("using var c = new ProfilesClient(); foreach (var t in texts) await c.GetAsync(t);")]
    [InlineData(
        "foreach (var t in texts) { using var c = new ProfilesClient(new() { ApiKey = t }); await c.GetAsync(text); }"
    )]
    [InlineData(
        "foreach (var t in texts) { var o = new ProfilesClientOptions { WorkspaceId = t }; using var c = new ProfilesClient(o); }"
    )]
    [InlineData(
        "var o = new ProfilesClientOptions(); foreach (var t in texts) { o.WorkspaceId = t; using var c = new ProfilesClient(o); }"
    )]
    [InlineData("foreach (var t in texts) { using var c = new ProfilesClient(new() { ApiKey = Next() }); }")]
    [InlineData("var all = new List<ProfilesClient>(); for (var i = 0; i < 3; i++) all.Add(new ProfilesClient());")]
    [InlineData(
        "ProfilesClient? c = null; foreach (var t in texts) { c ??= new ProfilesClient(); await c.GetAsync(t); }"
    )]
    [InlineData("while (flag) { using var c = new ProfilesClient(); await c.GetAsync(text); await Task.Delay(5); }")]
    [InlineData(
        "for (var i = 0; i < 3; i++) { try { using var c = new ProfilesClient(); await c.GetAsync(text); break; } catch (ProfilesException) { } }"
    )]
    [InlineData(
        "var http = new System.Net.Http.HttpClient(); foreach (var t in texts) { using var c = new ProfilesClient(new(), http); await c.DeleteAsync(t); }"
    )]
    [InlineData("foreach (var t in texts) { if (flag) { using var c = new ProfilesClient(); } }")]
    [InlineData("foreach (var t in texts) { var c = new ProfilesClient(); Keep(c); }")]
    public Task OnceOrAnotherOrKept_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<ShortLivedClientAnalyzer>(
            statements,
            "private static string Next() => \"\"; private static void Keep(ProfilesClient c) { }"
        );

    [Theory]
    [InlineData(
        "ValueTask<List<UserProfile>> F() { using var c = new ProfilesClient(); return [|c.Query().ToListAsync()|]; } await F();"
    )]
    [InlineData(
        "Task<List<UserProfile>> F() { using var c = new ProfilesClient(); return [|c.Query().Take(5).ToListAsync().AsTask()|]; } await F();"
    )]
    [InlineData(
        "Task<UserProfile> F() { using (var c = new ProfilesClient()) { return [|c.GetAsync(text)|]; } } await F();"
    )]
    [InlineData("ProfileQuery<UserProfile> F() { using var c = new ProfilesClient(); return [|c.Query()|]; } F();")]
    [InlineData(
        "IAsyncEnumerable<string> F() { using var c = new ProfilesClient(); var q = c.Query(); return [|from p in q select p.Id|]; } F();"
    )]
    [InlineData(
        "IAsyncEnumerable<UserProfile> F() { using var c = new ProfilesClient(); return [|c.Query().AsAsyncEnumerable()|]; } F();"
    )]
    [InlineData(
        "async Task<ProfileQuery<UserProfile>> F() { using var c = new ProfilesClient(); await c.GetAsync(text); return flag ? given : [|c.Query().Take(3)|]; } await F();"
    )]
    [InlineData(
        "ValueTask<int> F() { using var c = new ProfilesClient(); var n = c.Query().CountAsync(); return [|n|]; } await F();"
    )]
    [InlineData(
        "ProfileQuery<UserProfile> q; using (var c = new ProfilesClient()) { q = [|c.Query()|]; } await q.ToListAsync();"
    )]
    [InlineData(
        "Func<ValueTask<bool>> f = () => { using var c = new ProfilesClient(); return [|c.Query().AnyAsync()|]; };"
    )]
    public Task OutlivesItsClient_Triggers(string statements) =>
        Verify.AnalyzerAsync<ShortLivedClientAnalyzer>(statements);

    [Theory]
    [InlineData(
        "async Task<List<UserProfile>> F() { using var c = new ProfilesClient(); return await c.Query().ToListAsync(); } await F();"
    )]
    [InlineData(
        "async Task<int> F() { using var c = new ProfilesClient(); var n = c.Query().CountAsync(); return await n; } await F();"
    )]
    [InlineData(
        "ValueTask<List<UserProfile>> F() { var c = new ProfilesClient(); return c.Query().ToListAsync(); } await F();"
    )]
    [InlineData("QueryPlan F() { using var c = new ProfilesClient(); return c.Query().Explain(); } F();")]
    [InlineData("string F() { using var c = new ProfilesClient(); return c.Query().Take(5).ToString()!; } F();")]
    [InlineData(
        "async IAsyncEnumerable<string> F() { using var c = new ProfilesClient(); await foreach (var p in c.Query()) yield return p.Id; } F();"
    )]
    [InlineData(
        "using var c = new ProfilesClient(); Func<ValueTask<int>> f = () => { return c.Query().CountAsync(); }; await f();"
    )]
    [InlineData(
        "ProfileQuery<UserProfile> q; using (var c = new ProfilesClient()) { q = c.Query(); await q.ToListAsync(); }"
    )]
    [InlineData(
        "Task<UserProfile> F(System.Net.Http.HttpClient http) { using var c = new ProfilesClient(new(), http); return c.GetAsync(text); } await F(null!);"
    )]
    [InlineData(
        "Task<UserProfile> F() { using var c = new ProfilesClient(); var t = c.GetAsync(text); t.Wait(); return t; } await F();"
    )]
    [InlineData("ValueTask<int> F(ProfilesClient c) { return c.Query().CountAsync(); } await F(client);")]
    public Task RunsInTime_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<ShortLivedClientAnalyzer>(statements);

    [Theory]
    [InlineData(
        "app.MapGet(\"/\", async () => { using var c = new ProfilesClient(); return await c.Query().CountAsync(); });"
    )]
    [InlineData("app.MapGet(\"/\", (string id) => new ProfilesClient().GetAsync(id));")]
    [InlineData(
        "app.MapGet(\"/\", Count); async Task<int> Count() { using var c = new ProfilesClient(); return await c.Query().CountAsync(); }"
    )]
    [InlineData("app.Run(async context => { using var c = new ProfilesClient(); await c.GetAsync(\"uprof_1\"); });")]
    public async Task CreatedInAnEndpoint_Triggers(string statements) =>
        Assert.Single(await RulesOfAsync($"class App {{ void M(WebApplication app) {{ {statements} }} }}"));

    [Theory]
    [InlineData("using var c = new ProfilesClient(); app.MapGet(\"/\", async () => await c.Query().CountAsync());")]
    [InlineData(
        "app.MapGet(\"/\", async (string key) => { using var c = new ProfilesClient(new() { ApiKey = key }); await c.GetAsync(\"uprof_1\"); });"
    )]
    [InlineData("Func<Task> f = async () => { using var c = new ProfilesClient(); await c.GetAsync(\"uprof_1\"); };")]
    public async Task SharedOrOfTheRequest_DoesNotTrigger(string statements) =>
        Assert.Empty(await RulesOfAsync($"class App {{ void M(WebApplication app) {{ {statements} }} }}"));

    [Theory]
    [InlineData(": ControllerBase", "")]
    [InlineData("", "HttpContext context")]
    public async Task CreatedInAnAction_Triggers(string bases, string parameters) =>
        Assert.Single(
            await RulesOfAsync(
                $"class Things {bases} {{ public async Task Get({parameters}) {{ using var c = new ProfilesClient(); await c.GetAsync(\"uprof_1\"); }} }}"
            )
        );

    [Theory]
    [InlineData("private const string Key = \"any-key\";", "new() { ApiKey = Key }")]
    [InlineData("private static readonly ProfilesClientOptions Options = new();", "Options")]
    [InlineData(
        "private readonly string key = \"\";",
        "new() { ApiKey = Environment.GetEnvironmentVariable(\"KEY\") }"
    )]
    public async Task CreatedInAnActionAlwaysAlike_Triggers(string members, string options) =>
        Assert.Single(await RulesOfAsync(ControllerOf("Things", members, options)));

    [Theory]
    [InlineData("Things(ITenant tenant)", "", "new() { ApiKey = tenant.Key }")]
    [InlineData("Things(ProfilesClientOptions options)", "", "options")]
    [InlineData("Things", "private readonly ITenant tenant = null!;", "new() { ApiKey = tenant.Key }")]
    [InlineData("Things", "private ITenant Tenant => null!;", "new() { ApiKey = this.Tenant.Key }")]
    [InlineData("Things(ITenant tenant)", "private readonly string key = tenant.Key;", "new() { ApiKey = key }")]
    [InlineData("Things", "", "new() { ApiKey = User }")]
    public async Task CreatedOfWhatTheControllerHas_DoesNotTrigger(string type, string members, string options) =>
        Assert.Empty(await RulesOfAsync(ControllerOf(type, members, options)));

    [Fact]
    public async Task CreatedForEachItemInAnAction_Triggers() =>
        Assert.Single(
            await RulesOfAsync(
                "interface ITenant { string Key { get; } } class Things(ITenant tenant) : ControllerBase { public async Task Get() { for (var i = 0; i < 3; i++) { using var c = new ProfilesClient(new() { ApiKey = tenant.Key }); await c.GetAsync(\"uprof_1\"); } } }"
            )
        );

    [Theory]
    [InlineData(
        "class Things : ControllerBase { readonly ProfilesClient c; public Things() => c = new ProfilesClient(); }"
    )]
    [InlineData(
        "class Things : ControllerBase { public async Task Get(string key) { using var c = new ProfilesClient(new() { ApiKey = key }); await c.GetAsync(\"uprof_1\"); } }"
    )]
    [InlineData(
        "class Program { static async Task Main() { using var c = new ProfilesClient(); await c.GetAsync(\"uprof_1\"); } }"
    )]
    [InlineData(
        "interface IOptionsSnapshot<T> { T Value { get; } } class Things(IOptionsSnapshot<ProfilesClientOptions> options) : ControllerBase { readonly IOptionsSnapshot<ProfilesClientOptions> options = options; public async Task Get() { using var c = new ProfilesClient(options.Value); await c.GetAsync(\"uprof_1\"); } }"
    )]
    public async Task KeptOrOfTheCaller_DoesNotTrigger(string type) => Assert.Empty(await RulesOfAsync(type));

    private static string ControllerOf(string type, string members, string options) =>
        $$"""
            public interface ITenant { string Key { get; } }
            public class {{type}} : ControllerBase
            {
                {{members}}
                public async Task Get() { using var c = new ProfilesClient({{options}}); await c.GetAsync("uprof_1"); }
            }
            """;

    private static async Task<IEnumerable<string>> RulesOfAsync(string type)
    {
        var found = await Diagnoses.OfFileAsync(AspNetCore + type);
        Assert.DoesNotContain(found, one => one.Severity == DiagnosticSeverity.Error);
        return found.Select(one => one.Id).Where(id => id == "FP0505");
    }
}
