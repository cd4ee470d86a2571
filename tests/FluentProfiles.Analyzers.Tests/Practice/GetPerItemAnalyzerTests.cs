namespace FluentProfiles.Analyzers.Tests.Practice;

public sealed class GetPerItemAnalyzerTests
{
    [Theory]
    [InlineData("foreach (var id in texts) await client.[|GetAsync|](id);")]
    [InlineData(
        "foreach (var id in texts) { var p = await client.[|GetAsync|](id).ConfigureAwait(false); Console.WriteLine(p.Name ?? id); }"
    )]
    [InlineData(
        "foreach (var row in new[] { (Id: \"uprof_1\", 1) }) { var id = row.Id; Console.WriteLine(\"a\" + (await client.[|GetAsync|](id)).Name); }"
    )]
    [InlineData(
        "for (var i = 0; i < texts.Length; i++) await client.[|GetAsync|](texts[i], options: new() { Tag = text });"
    )]
    [InlineData(
        "foreach (var id in texts) { try { await client.[|GetAsync|](id); } catch (ProfilesNotFoundException) { } }"
    )]
    [InlineData("foreach (var id in texts) if ((await client.[|GetAsync|](id)).Name == null) Console.WriteLine(id);")]
    [InlineData(
        "var tasks = new List<Task<UserProfile>>(); foreach (var id in texts) tasks.Add(client.[|GetAsync|](id)); await Task.WhenAll(tasks);"
    )]
    [InlineData("var all = await Task.WhenAll(texts.Select(id => client.[|GetAsync|](id)));")]
    [InlineData(
        "var all = await Task.WhenAll(texts.Distinct().Select(async id => await client.[|GetAsync|](id, cancellationToken: default)).ToList());"
    )]
    [InlineData(
        "var tasks = texts.Select(async id => { try { return await client.[|GetAsync|](id); } catch (ProfilesNotFoundException) { return null; } });"
    )]
    [InlineData(
        "await Parallel.ForEachAsync(texts, async (id, ct) => Console.WriteLine((await client.[|GetAsync|](id, null, ct)).Name));"
    )]
    [InlineData("foreach (var chunk in texts.Chunk(8)) await Task.WhenAll(chunk.Select(id => api.[|GetAsync|](id)));")]
    public Task OneForEachItem_Triggers(string statements) =>
        Verify.AnalyzerAsync<GetPerItemAnalyzer>("IProfilesClient api = client;" + statements);

    [Theory]
    [InlineData("foreach (var id in texts) if (!cache.ContainsKey(id)) cache[id] = await client.GetAsync(id);")]
    [InlineData(
        "foreach (var id in texts) { if (cache.ContainsKey(id)) continue; cache[id] = await client.GetAsync(id); }"
    )]
    [InlineData("foreach (var id in texts) { cache.TryGetValue(id, out var p); p ??= await client.GetAsync(id); }")]
    [InlineData(
        "var all = await Task.WhenAll(texts.Select(async id => { if (cache.TryGetValue(id, out var p)) return p; return await client.GetAsync(id); }));"
    )]
    [InlineData(
        "var all = texts.Select(id => cache.TryGetValue(id, out var p) ? Task.FromResult(p) : client.GetAsync(id));"
    )]
    [InlineData(
        "for (var i = 0; i < 5; i++) { var p = await client.GetAsync(text); if (p.Name != null) break; await Task.Delay(i); }"
    )]
    [InlineData("while (flag) { var p = await client.GetAsync(text); await Task.Delay(5); }")]
    [InlineData(
        "for (var i = 0; i < 5; i++) { try { await client.GetAsync(text); break; } catch (ProfilesException) { } }"
    )]
    [InlineData("foreach (var id in texts) { var p = await client.GetAsync(id); if (p.Name == null) break; }")]
    [InlineData("foreach (var id in texts) { await client.GetAsync(id); await Task.Delay(5); }")]
    [InlineData("await foreach (var id in texts.ToAsyncEnumerable()) await client.GetAsync(id);")]
    [InlineData("foreach (var p in await given.Take(5).ToListAsync()) await client.GetAsync(p.Id);")]
    [InlineData("foreach (var c in new[] { client }) await c.GetAsync(text);")]
    [InlineData(
        "for (string? id = text; id != null;) { var p = await client.GetAsync(id); id = p.Metadata[\"parent\"]; }"
    )]
    [InlineData(
        "var id = text; for (var i = 0; i < 3; i++) { var p = await client.GetAsync($\"{id}{i}\"); id = p.Metadata[\"next\"] ?? \"\"; }"
    )]
    [InlineData("var id = text; foreach (var t in texts) { var p = await client.GetAsync(id + t); id = p.Id; }")]
    [InlineData("foreach (var t in texts) await client.GetAsync(text, options: new() { Workspace = t });")]
    [InlineData("foreach (var t in texts) await client.GetAsync(t, options: new() { Workspace = t });")]
    [InlineData("await Task.WhenAll(client.GetAsync(text), client.GetAsync(texts[0]));")]
    [InlineData("var p = await client.GetAsync(text);")]
    [InlineData(
        "foreach (var id in texts) { var p = await client.GetAsync(id); if (p.Name == null) await client.UpdateAsync(id, new() { Name = text }); }"
    )]
    [InlineData("foreach (var t in texts) await client.DataControls.GetAsync(t);")]
    [InlineData("Func<string, Task<UserProfile>> get = id => client.GetAsync(id);")]
    public Task CacheOrPollingOrRetryOrOther_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<GetPerItemAnalyzer>("var cache = new Dictionary<string, UserProfile>();" + statements);

    [Theory]
    [InlineData(
        "foreach (var id in texts) await client.GetAsync(id);",
        "client.Query().Where(p => texts.Contains(p.Id))"
    )]
    [InlineData(
        "foreach (var row in rows) await client.GetAsync(row.Id);",
        "client.Query().Where(p => ids.Contains(p.Id))"
    )]
    public async Task Message_ShowsTheQuery(string statements, string query)
    {
        var found = await Diagnoses.OfAsync("var rows = new[] { new { Id = text } };" + statements);
        Assert.Contains(query, Assert.Single(found, one => one.Id == "FP0502").GetMessage());
    }
}
