namespace FluentProfiles.Analyzers.Tests.Fixes;

/// <summary>Whole programs with something that a fixer mends.</summary>
internal static class FixPrograms
{
    private const string Some = "var some = (await client.Query().FirstAsync()).Id; ";

    public static IReadOnlyList<string> All { get; } =
    [
        "return await client.Query().CountAsync() > 0;",
        "return await client.Query().WithPrefetch(/* none */ -1).WithMaxRequests(count: 0).CountAsync();",
        "await client.Query().ForEachAsync((p, _) => default, workers: -2); return null;",
        "var options = new BulkWriteOptions { Concurrency = 0, MaxFailures = -1 }; return options.Concurrency;",
        "return(await client.Query().CountAsync()) > 0;",
        "return(await client.Query().ToListAsync()).Count == 0;",
        "return 1>(await client.Query().LongCountAsync());",
        "if (flag && await client.Query().CountAsync(p => p.Name != null).ConfigureAwait(false) != 0) return 1; return 2;",
        "return !(await client.Query().Where(p => p.Name == \"nobody\").CountAsync() == 0);",
        "var options = new ProfilesClientOptions { ApiKey = \"sk-ant-1\", BaseUrl = address }; return options.BaseUrl;",
        "var options = new ProfilesClientOptions(); options.AuthToken = /* mine */ \"sk-ant-1\"; return options.BaseUrl;",
        "var options = new ProfilesClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"ANTHROPIC_API_KEY\") ?? \"sk-ant-1\" }; return options.BaseUrl;",
        "var options = new ProfilesClientOptions { ApiKey = flag ? \"sk-ant-1\" : \"sk-ant-2\" }; return options.BaseUrl;",
        "var q = client.Query(); q = q.WithBeta(AnthropicBeta.FilesApi2025_04_14); return await q.ToListAsync();",
        "var q = client.Query(); if (flag) q = q.WithBeta(AnthropicBeta.FilesApi2025_04_14); return await q.ToListAsync();",
        "var q = client.Query().OrderBy(p => p.Name); q = q.OrderBy(p => p.CreatedAt); return await q.ToListAsync();",
        "var q = client.Query(); q = q.OrderBy(p => p.Name); q = q.OrderBy(p => p.CreatedAt); return await q.ToListAsync();",
        "Console.WriteLine(from p in client.Query() orderby p.Name orderby p.CreatedAt select p); return 1;",
        "return Equals(from p in client.Query() orderby p.Name orderby p.CreatedAt select p.Id, null);",
        "List<object?> all = []; await foreach (var p in client.Query()) all.Add(p.Programs.Efs); return all;",
        "List<object?> all = []; await foreach (var p in client.Query().WithCancellation(default).ConfigureAwait(false)) all.Add(p.Programs.Efs); return all;",
        "List<object?> all = []; var q = client.Query(); await foreach (var p in q) all.Add(p.Programs.Efs); return all;",
        "List<object?> all = []; await foreach (var p in from p in client.Query() where p.Name != null select p) all.Add(p.Programs.Efs); return all;",
        "var list = await client.Query().Take(3).ToListAsync(); return list[0].Programs.Efs;",
        "var q = client.Query().OrderByDescending(p => p.UpdatedAt); return await q.Take(3).ToListAsync();",
        "return await client.Query().OrderBy(p => p.UpdatedAt).ToPageAsync(3);",
        "List<object?> all = []; await foreach (var page in client.Query().OrderBy(p => p.UpdatedAt).AsPages()) all.Add(page); return all;",
        "List<object?> all = []; await foreach (var both in client.Query().OrderBy(p => p.UpdatedAt).FullJoinAsync(Ids, id => id, p => p.Id)) all.Add(both.Row); return all;",
        "ProfileQuery<UserProfile>? q = flag ? client.Query() : null; var r = q?.OrderBy(p => p.UpdatedAt); return r is null ? null : await r.ToListAsync();",
        Some
            + "var p = await client.GetAsync(some, new() { Betas = [AnthropicBeta.UserProfiles2026_08_18] }); return p.ExternalId;",
        Some
            + "var p = await client.GetAsync(some, new CallOptions { Betas = { OldBeta } }).ConfigureAwait(false); return p?.ExternalId;",
        Some
            + "var p = await client.GetAsync(some, new() { Betas = [OldBeta] }); return p is { ExternalId: not null } ? 1 : 2;",
        Some
            + "var p = await client.UpdateAsync(some, new() { Name = \"a\" }, new() { Betas = [OldBeta] }); return p.ExternalId;",
        Some
            + "var p = await client.UpdateAsync(some, new() { ExternalId = \"a\" }, new() { Betas = [OldBeta] }); return p.ExternalId;",
        "var p = await client.Query().WithBeta(OldBeta).FirstOrDefaultAsync(); return p?.ExternalId;",
        "var p = await client.Query().WithBeta(OldBeta).FirstAsync(); return p is { ExternalId: { Length: > 0 } id } ? id : null;",
        "await client.Query().WithBeta(AnthropicBeta.UserProfiles2026_08_18).ExecuteUpdateAsync(c => c.SetMetadata(\"plan\", p => p.ExternalId), new() { AllowAll = true }); return await client.Query().Select(p => p.Metadata[\"plan\"]).ToListAsync();",
        "await client.Query().WithBeta(OldBeta).Where(p => p.ExternalId != null).ExecuteUpdateAsync(c => c.SetName(p => p.ExternalId).SetMetadata(\"plan\", \"pro\")); return await client.Query().Select(p => p.Name).ToListAsync();",
        "var list = await client.Query().WithBeta(OldBeta).ToListAsync(); return list.Select(p => p.ExternalId).ToList();",
        "var o = new ProfilesClientOptions { ApiKey = \"any-key\", BaseUrl = address, Betas = [OldBeta, /* twice */ OldBeta] }; using var own = new ProfilesClient(o); return await own.Query().Select(p => p.ExternalId).ToListAsync();",
        Some
            + "var o = new ProfilesClientOptions { ApiKey = \"any-key\", BaseUrl = address }; o.Betas.Add(OldBeta); using var own = new ProfilesClient(o); return (await own.GetAsync(some)).ExternalId;",
        "var o = new ProfilesClientOptions { ApiKey = \"any-key\", BaseUrl = address }; o.Betas.Add(OldBeta); o.Betas.Add(OldBeta); // once more\nusing var own = new ProfilesClient(o); return await own.Query().ToListAsync();",
        "var all = await client.Query().ToListAsync(); return all.Where(p => p.Name != null).ToList();",
        "return (await client.Query().ToListAsync()).Count;",
        "async Task<object?> Those(int most) { var all = await client.Query().ToListAsync(); most += 100; return all.Where(p => p.Metadata.Count < most).ToList(); } return await Those(0);",
        Some
            + "List<string> ids = []; var all = await client.Query().ToListAsync(); ids.Add(some); return all.Where(p => ids.Contains(p.Id)).ToList();",
        "var seen = new HashSet<string?>(); List<object?> kept = []; foreach (var p in await client.Query().ToListAsync()) { if (seen.Contains(p.Metadata[\"plan\"])) continue; seen.Add(p.Metadata[\"plan\"]); kept.Add(p.Id); } return kept;",
        "var token = new System.Threading.CancellationTokenSource().Token; List<object?> all = []; await foreach (var p in client.Query()) all.Add(p); return all;",
    ];
}
