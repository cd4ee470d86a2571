namespace FluentProfiles.Analyzers.Tests.Forms;

/// <summary>Every rule reports what stands in query syntax, and what is given by name.</summary>
public sealed class RuleFormTests
{
    private const string From = "from p in client.Query()";

    private const string Some = "client.Query().Where(predicate: p => p.Name == text)";

    private static readonly Dictionary<string, string> QuerySyntax = new()
    {
        ["FP0001"] = $"var q = {From}.WithPageSize(0) select p.Id;",
        ["FP0002"] = $"var q = {From}.Take(-1) select p.Id;",
        ["FP0003"] = $"var q = {From}.Take(0) where p.Name != null select p;",
        ["FP0004"] = $"var q = ({From}.WithPageSize(10) select p.Id).Take(100);",
        ["FP0005"] = $"var q = {From}.Skip(5) where p.Name != null select p;",
        ["FP0006"] = $"var q = {From}.WithPrefetch(-1) where p.Name != null select p;",
        ["FP0101"] = $"var q = {From}.WithBeta(\"user-profiles-2026-03-25\") select p.Id;",
        ["FP0102"] = $"var q = {From}.WithBeta(\"a, b\") select p.Id;",
        ["FP0103"] = $"var q = {From}.WithBeta(\"files-api-2025-04-14\") select p.Id;",
        ["FP0104"] =
            $"var q = ({From}.WithBeta(\"user-profiles-2026-03-24\") select p).WithBeta(\"user-profiles-2026-08-18\");",
        ["FP0105"] =
            "const string beta = \"user-profiles-billing-2026-10-01\";"
            + $"var q = ({From}.WithBeta(beta) select p).WithBeta(beta);",
        ["FP0106"] = $"var q = {From}.WithBeta(\"user-profiles-2026-08-18\") select p.Id;",
        ["FP0107"] = $"var q = {From}.WithBeta(\"user-profiles-2026-09-04\") select p.ExternalId;",
        ["FP0108"] =
            $"var q = {From}.WithBeta(\"user-profiles-2026-08-18\") where p.EnforcementStatus == \"banned\" select p;",
        ["FP0109"] = $"var q = {From} where p.Name != null select p.ExternalId;",
        ["FP0110"] = $"var q = {From}.WithBeta(\"brand-new-2027-01-01\") select p.Id;",
        ["FP0201"] = $"var q = {From} where p.Name != null orderby p.UpdatedAt descending select p.Id;",
        ["FP0202"] = $"var q = {From} orderby p.Name orderby p.CreatedAt select p;",
        ["FP0203"] = $"var q = {From} let plan = p.Metadata[\"plan\"] where plan == text select p;",
        ["FP0204"] = $"var q = {From} select p.Programs.Efs;",
        ["FP0205"] = $"var q = {From} where p.Id == \"42\" select p;",
        ["FP0206"] = $"var q = ({From} select p.Name!.Trim()).Where(name => name != \"\").OrderBy();",
        ["FP0207"] = $"var q = {From} where p.Name != null group p by p.Name;",
        ["FP0208"] = $"var q = {From} where p.EnforcementStatus != \"banned\" select p;",
        ["FP0301"] = $"({From} where p.Name != null select p).Take(5);",
        ["FP0302"] = $"var q = {From} where p.Name != null select p; await q.ToListAsync(); await q.CountAsync();",
        ["FP0303"] = $"var any = await ({From} where p.Name != null select p).CountAsync() > 0;",
        ["FP0305"] = $"foreach (var t in texts) await ({From} where p.Name == t select p).ToListAsync();",
        ["FP0306"] =
            "using var own = new ProfilesClient(new() { MaxRetries = -1 }); var q = from p in own.Query() select p.Id;",
        ["FP0401"] = $"var r = await ({From} orderby p.Name select p).ExecuteDeleteAsync();",
        ["FP0402"] =
            $"var r = await ({From} where p.Name == text select p).ExecuteUpdateAsync(c => c.RemoveMetadata(\"\"));",
        ["FP0403"] =
            $"var r = await ({From}.WithBeta(\"user-profiles-2026-09-04\") where p.Name == text select p)"
            + ".ExecuteUpdateAsync(c => c.Set(p => p.ExternalId, text));",
        ["FP0404"] = $"await ({From} where p.Name == text select p).ExecuteDeleteAsync();",
        ["FP0501"] =
            "var all = await client.Query().ToListAsync(); var q = from p in all where p.Name == text select p.Id;",
        ["FP0502"] = "var tasks = from t in texts select client.GetAsync(t);",
        ["FP0503"] =
            $"Func<CancellationToken, Task> f = async ct => {{ await foreach (var id in {From} select p.Id) {{ }} }};",
        ["FP0505"] =
            "foreach (var t in texts) { using var own = new ProfilesClient(); var n = await (from p in own.Query() select p.Id).CountAsync(); }",
        ["FP0506"] = $"var q = {From} where p.EnforcementStatus == \"baned\" select p;",
    };

    private static readonly Dictionary<string, string> Named = new()
    {
        ["FP0001"] = "var q = client.Query().WithPageSize(size: 0);",
        ["FP0002"] = "var q = client.Query().Skip(count: -1);",
        ["FP0003"] = "var q = client.Query().Take(count: 0);",
        ["FP0004"] = "var q = client.Query().WithPageSize(size: 10).Take(count: 100);",
        ["FP0005"] = "var q = client.Query().Skip(count: 5);",
        ["FP0006"] = "var page = await client.Query().ToPageAsync(resumeToken: text, size: 0);",
        ["FP0101"] = "var q = client.Query().WithBeta(betas: [\"user-profiles-2026-03-25\"]);",
        ["FP0102"] = "var p = await client.GetAsync(options: new() { Betas = [\"a, b\"] }, id: text);",
        ["FP0103"] = "var q = client.Query().WithBeta(betas: [\"files-api-2025-04-14\"]);",
        ["FP0104"] =
            "var q = client.Query().WithBeta(betas: [\"user-profiles-2026-03-24\", \"user-profiles-2026-08-18\"]);",
        ["FP0105"] =
            "var q = client.Query().WithBeta(betas: [\"user-profiles-billing-2026-10-01\", \"user-profiles-billing-2026-10-01\"]);",
        ["FP0106"] = "var q = client.Query().WithBeta(betas: [AnthropicBeta.UserProfiles2026_08_18]);",
        ["FP0107"] =
            "var q = client.Query().WithBeta(betas: [AnthropicBeta.UserProfiles2026_09_04]).Select(selector: p => p.ExternalId);",
        ["FP0108"] =
            "var n = await client.Query().WithBeta(betas: [AnthropicBeta.UserProfiles2026_08_18])"
            + ".CountAsync(cancellationToken: default, predicate: p => p.EnforcementStatus == \"banned\");",
        ["FP0109"] = "var q = client.Query().Select(selector: p => p.ExternalId);",
        ["FP0110"] = "var q = client.Query().WithBeta(betas: [\"brand-new-2027-01-01\"]);",
        ["FP0201"] = "var q = client.Query().OrderBy(key: p => p.UpdatedAt);",
        ["FP0202"] = "var q = client.Query().OrderBy(key: p => p.Name).OrderByDescending(key: p => p.CreatedAt);",
        ["FP0203"] =
            "var any = await client.Query().AnyAsync(cancellationToken: default, predicate: p => p.Name == text);",
        ["FP0204"] = "var q = client.Query().Select(selector: p => p.Programs.Efs);",
        ["FP0205"] =
            "var n = await client.Query().CountAsync(cancellationToken: default, predicate: p => p.Id == \"42\");",
        ["FP0206"] =
            "var q = client.Query().Select(selector: p => p.Name!.Trim()).Where(predicate: n => n != \"\").WithDetails(concurrency: 2);",
        ["FP0207"] = "var q = client.Query().GroupBy(comparer: null, keySelector: p => p.Name);",
        ["FP0208"] = "var q = client.Query().Where(predicate: p => p.EnforcementStatus != \"banned\");",
        ["FP0301"] = "client.Query().Take(count: 5);",
        ["FP0302"] =
            "var q = client.Query(); await q.ToListAsync(cancellationToken: default); await q.CountAsync(cancellationToken: default);",
        ["FP0303"] =
            $"var any = await {Some}.CountAsync(cancellationToken: default, predicate: p => p.Name != null) > 0;",
        ["FP0305"] = $"foreach (var t in texts) await {Some}.ToListAsync(cancellationToken: default);",
        ["FP0306"] =
            "using var own = new ProfilesClient(httpClient: null, options: new() { BaseUrl = \"https://a.example/v1\" });",
        ["FP0401"] = "var r = await client.Query().ExecuteDeleteAsync(cancellationToken: default, options: null);",
        ["FP0402"] =
            $"var r = await {Some}.ExecuteUpdateAsync(options: null, setters: c => c.SetMetadata(value: text, key: \"\"));",
        ["FP0403"] =
            "var p = await client.CreateAsync(options: new() { Betas = [\"user-profiles-2026-09-04\"] }, profile: new() { ExternalId = text });",
        ["FP0404"] = $"await {Some}.ExecuteUpdateAsync(options: new(), setters: c => c.SetName(value: text));",
        ["FP0501"] =
            "var n = (await client.Query().ToListAsync(cancellationToken: default)).Count(predicate: p => p.Name == text);",
        ["FP0502"] = "foreach (var t in texts) await client.GetAsync(cancellationToken: default, id: t);",
        ["FP0503"] =
            "Func<CancellationToken, Task> f = async ct => { await foreach (var p in client.Query().Take(count: 5)) { } };",
        ["FP0505"] =
            "foreach (var t in texts) { using var own = new ProfilesClient(options: new() { ApiKey = \"any-key\" }, httpClient: null); }",
        ["FP0506"] = "var n = await client.Query().CountAsync(predicate: p => p.AccessType == \"Application\");",
    };

    // FP0304 is on a property of the options, FP0507 on the SDK: there is neither a query nor an argument.
    private static readonly string[] WithoutBoth = ["FP0304", "FP0507"];

    public static TheoryData<string> Rules =>
        [.. AllRules.Descriptors.Select(rule => rule.Id).Where(id => !WithoutBoth.Contains(id))];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task QuerySyntax_TriggersOnce(string id) =>
        Assert.Single(await Diagnoses.OfAsync(QuerySyntax[id]), found => found.Id == id);

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task NamedArgument_TriggersOnce(string id) =>
        Assert.Single(await Diagnoses.OfAsync(Named[id]), found => found.Id == id);
}
