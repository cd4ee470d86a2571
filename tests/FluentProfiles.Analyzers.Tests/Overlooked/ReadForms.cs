namespace FluentProfiles.Analyzers.Tests.Overlooked;

/// <summary>Ways of running a query and of reading what it gives.</summary>
internal static class ReadForms
{
    private const string New = "client.Query().WithBeta(AnthropicBeta.UserProfiles2026_09_04)";
    private const string Each = "foreach (var t in texts) ";

    public static IReadOnlyDictionary<string, string[]> Reported { get; } =
        new Dictionary<string, string[]>
        {
            ["FP0107"] =
            [
                $"await foreach (var p in {New}.WithCancellation(ct).ConfigureAwait(false)) Console.WriteLine(p.ExternalId);",
                $"await foreach (var p in {New}.ConfigureAwait(false).WithCancellation(ct)) Console.WriteLine(p.ExternalId);",
                $"var seen = {New}.WithCancellation(ct); await foreach (var p in seen.ConfigureAwait(false)) Console.WriteLine(p.ExternalId);",
                $"var first = await {New}.FirstOrDefaultAsync(); Console.WriteLine(first?.ExternalId);",
                $"Console.WriteLine((await {New}.FirstOrDefaultAsync())?.ExternalId);",
                $"Console.WriteLine((await {New}.FirstOrDefaultAsync())?.ExternalId?.Length);",
                $"if (await {New}.FirstOrDefaultAsync() is {{ }} found) Console.WriteLine(found.ExternalId);",
                $"if (await {New}.FirstOrDefaultAsync() is {{ ExternalId: \"x\" }}) return;",
                $"if (await {New}.FirstOrDefaultAsync() is not {{ ExternalId: not null }} found) return;",
                $"if (await {New}.FirstOrDefaultAsync() is not {{ }} found) return; Console.WriteLine(found.ExternalId);",
                $"if (await {New}.FirstOrDefaultAsync() is UserProfile found && found.ExternalId == text) return;",
                $"var label = await {New}.FirstAsync() switch {{ {{ ExternalId: null }} => 1, _ => 2 }};",
                $"switch (await {New}.FirstAsync()) {{ case {{ ExternalId: \"x\" }}: break; }}",
                $"await foreach (var p in {New}) if (p is {{ ExternalId: {{ Length: > 3 }} }}) return;",
                $"var all = await {New}.ToListAsync(); var ids = all.Select(p => p.ExternalId).ToList();",
                $"var all = await {New}.ToListAsync(); foreach (var p in all.Where(p => p.Name != null)) Console.WriteLine(p.ExternalId);",
                $"var all = await {New}.ToListAsync(); var ids = from p in all where p.ExternalId != null select p.Id;",
                $"var all = await {New}.ToListAsync(); Console.WriteLine(all.FirstOrDefault(p => p.Name == text)?.ExternalId);",
                $"var rows = await {New}.Select(p => new {{ p.Id, Whole = p }}).ToListAsync(); Console.WriteLine(rows[0].Whole.ExternalId);",
                $"var all = await {New}.ToListAsync(); var one = all.First(); Console.WriteLine(one.ExternalId);",
                $"var all = await {New}.ToListAsync(); var some = all.Where(p => p.Name != null).ToList(); foreach (var p in some) Console.WriteLine(p.ExternalId);",
                $"var all = await {New}.ToListAsync(); all.ForEach(p => Console.WriteLine(p.ExternalId));",
                $"var all = await {New}.ToArrayAsync(); Console.WriteLine(all.OrderBy(p => p.Name).ThenBy(p => p.ExternalId).First().Id);",
                $"Console.WriteLine((await {New}.ToArrayAsync())[0].ExternalId);",
                $"var task = {New}.FirstAsync(ct); var one = await task; Console.WriteLine(one.ExternalId);",
                $"Console.WriteLine({New}.FirstAsync().AsTask().Result.ExternalId);",
                $"Console.WriteLine({New}.FirstAsync().AsTask().GetAwaiter().GetResult().ExternalId);",
                $"var r = await {New}.Take(5).ExecuteUpdateAsync(c => c.SetName(p => p.ExternalId));",
                $"var r = await {New}.PreviewUpdateAsync(c => {{ c.SetMetadata(\"id\", p => p.ExternalId!.Trim()); }});",
                $"var r = await {New}.PreviewUpdateAsync(c => c.Set(p => p.ExternalUserDetails.ReferenceId, p => p.ExternalId));",
                "var one = await client.GetAsync(text, new() { Betas = [AnthropicBeta.UserProfiles2026_09_04] }); Console.WriteLine(one.ExternalId);",
                "Console.WriteLine((await new ProfilesClient().GetAsync(text)).ExternalId);",
                "var own = new ProfilesClient(); if (await own.UpdateAsync(text, new() { Name = text }) is { ExternalId: not null }) return;",
            ],
            ["FP0204"] =
            [
                "await foreach (var p in client.Query().WithCancellation(ct).ConfigureAwait(false)) Console.WriteLine(p.Programs.Efs);",
                "await foreach (var p in client.Query().ConfigureAwait(false).WithCancellation(ct)) Console.WriteLine(p.Programs.Efs);",
                "if (await client.Query().FirstOrDefaultAsync() is { Programs.Efs: not null }) return;",
                "var all = await client.Query().ToListAsync(); Console.WriteLine(all.Count(p => p.Programs.Efs != null));",
                "var first = await client.Query().FirstOrDefaultAsync(); Console.WriteLine(first?.Programs.Cyber?.Tiers.Count);",
                "var r = await client.Query().Take(5).ExecuteUpdateAsync(c => c.SetName(p => p.Programs.Efs != null ? text : null));",
            ],
            ["FP0303"] =
            [
                "if (await client.Query().CountAsync().ConfigureAwait(false) > 0) return;",
                "if ((await client.Query().ToListAsync().ConfigureAwait(false)).Count == 0) return;",
                "if (await client.Query().CountAsync() is 0) return;",
                "if (await client.Query().CountAsync() is not 0) return;",
                "if (await client.Query().CountAsync() is > 0) return;",
                "if (await client.Query().LongCountAsync() is >= 1) return;",
                "var label = await client.Query().CountAsync() switch { 0 => 1, _ => 2 };",
                "var label = await client.Query().CountAsync() switch { > 0 => 1, 0 => 2, _ => 3 };",
                "switch (await client.Query().CountAsync()) { case 0: break; default: return; }",
                "switch (await client.Query().CountAsync()) { case > 0: return; }",
                "var n = await client.Query().CountAsync(); if (n > 0) return;",
                "var n = await client.Query().LongCountAsync(); Console.WriteLine(n == 0 ? text : null);",
                "var n = (await client.Query().ToListAsync()).Count; if (n is 0 || flag && n != 0) return;",
            ],
            ["FP0305"] =
            [
                $"{Each}await foreach (var p in client.Query().WithCancellation(ct).ConfigureAwait(false)) Console.WriteLine(p.Id + t);",
                $"{Each}await foreach (var p in client.Query().ConfigureAwait(false).WithCancellation(ct)) Console.WriteLine(p.Id + t);",
                $"async IAsyncEnumerable<int> All() {{ {Each}yield return await client.Query().CountAsync(p => p.Name == t); }} await foreach (var n in All()) Console.WriteLine(n);",
                $"{Each}{{ try {{ Console.WriteLine(await client.Query().CountAsync(p => p.Name == t)); }} catch (ProfilesException) {{ }} }}",
                "for (var i = 0; i < texts.Length; i++) { try { Console.WriteLine(await client.Query().CountAsync(p => p.Name == texts[i])); } catch (ProfilesException) { } }",
                $"{Each}await foreach (var row in client.Query().FullJoinAsync(new[] {{ t }}, r => r, p => p.Name)) Console.WriteLine(row);",
                $"{Each}await foreach (var row in client.Query().FullJoinAsync(new[] {{ t }}, r => r, p => p.Name).WithCancellation(ct)) Console.WriteLine(row);",
                $"{Each}{{ var task = client.Query().Where(p => p.Name == t).ToListAsync(); Console.WriteLine((await task).Count); }}",
                $"var tasks = new List<Task>(); {Each}tasks.Add(client.Query().Where(p => p.Name == t).ToListAsync().AsTask()); await Task.WhenAll(tasks);",
            ],
            ["FP0205"] =
            [
                "var n = await client.Query().CountAsync(p => p.Id.Equals(\"x\"));",
                "var n = await client.Query().CountAsync(p => string.Equals(p.Id, \"x\"));",
                "var n = await client.Query().CountAsync(p => string.Equals(\"x\", p.Id, StringComparison.Ordinal));",
                "var n = await client.Query().CountAsync(p => new[] { \"a\", \"b\" }.Contains(p.Id));",
                "string[] ids = [\"a\", \"b\"]; var n = await client.Query().CountAsync(p => ids.Contains(p.Id));",
                "var n = await client.Query().CountAsync(p => p.Metadata[\"a\"]!.Equals(\"\"));",
                "var n = await client.Query().CountAsync(p => \"\".Equals(p.Metadata[\"a\"]));",
            ],
            ["FP0301"] =
            [
                "given?.Take(5);",
                "var some = flag ? given : null; some?.Where(p => p.Name != null).Take(5);",
                "void Run() => client.Query().Take(number); Run();",
                "void Run() => given?.OrderBy(); Run();",
            ],
        };

    public static IReadOnlyDictionary<string, string[]> Silent { get; } =
        new Dictionary<string, string[]>
        {
            ["FP0107"] =
            [
                $"var all = await {New}.ToListAsync(); Console.WriteLine(all.Select(p => Make(p)).First().ExternalId);",
                $"var all = await {New}.ToListAsync(); foreach (var p in all.ConvertAll(Make)) Console.WriteLine(p.ExternalId);",
                $"var one = await {New}.FirstOrDefaultAsync(Make(null)); Console.WriteLine(one.ExternalId);",
                $"var all = await {New}.ToListAsync(); Console.WriteLine(all.FirstOrDefault(p => p.Name == text, Make(null)).ExternalId);",
                $"var all = await {New}.Select(p => new UserProfile {{ ExternalId = p.Name }}).ToListAsync(); Console.WriteLine(all[0].ExternalId);",
                $"var rows = await {New}.Select(p => new {{ p.Id, Old = Make(p) }}).ToListAsync(); Console.WriteLine(rows[0].Old.ExternalId);",
                $"foreach (var p in await {New}.ToListAsync()) Console.WriteLine(Items.First(one => one.Id == p.Id).ExternalId);",
                $"var n = await {New}.CountAsync(p => Items.Any(one => one.ExternalId == p.Id));",
                $"var all = await {New}.ToListAsync(); var ids = all.Zip(Items, (one, other) => other.ExternalId);",
                $"var all = await {New}.ToListAsync(); var ids = all.Join(Items, one => one.Id, other => other.ExternalId, (one, other) => one.Id);",
                $"var all = await {New}.ToListAsync(); Console.WriteLine(all.Concat(Items).First().ExternalId);",
                $"var all = await {New}.ToListAsync(); all.Add(Make(null)); foreach (var p in all) Console.WriteLine(p.ExternalId);",
                $"var all = await {New}.ToArrayAsync(); all[0] = Make(all[0]); var one = all.First(); Console.WriteLine(one.ExternalId);",
                $"var one = await {New}.FirstAsync(); if (flag) one = Make(one); Console.WriteLine(one.ExternalId);",
                $"var one = await {New}.FirstOrDefaultAsync() ?? Make(null); Console.WriteLine(one.ExternalId);",
                "await foreach (var p in client.Query().WithCancellation(ct)) Console.WriteLine(p.ExternalId);",
                "Console.WriteLine((await client.GetAsync(text)).ExternalId);",
                "var p = await client.Query().WithBeta(flag ? AnthropicBeta.UserProfiles2026_08_18 : AnthropicBeta.UserProfiles2026_09_04).FirstAsync(); Console.WriteLine(p.ExternalId);",
                "var r = await client.Query().Take(5).ExecuteUpdateAsync(c => c.SetName(p => p.ExternalId));",
            ],
            ["FP0204"] =
            [
                "Console.WriteLine((await client.GetAsync(text)).Programs.Efs);",
                "await foreach (var p in client.Query().WithDetails().WithCancellation(ct).ConfigureAwait(false)) Console.WriteLine(p.Programs.Efs);",
                "var r = await client.Query().Where(p => texts.Contains(p.Id)).ExecuteUpdateAsync(c => c.SetName(p => p.Programs.Efs != null ? text : null));",
            ],
            ["FP0303"] =
            [
                "if (await client.Query().CountAsync() is 5) return;",
                "if (await client.Query().CountAsync() is > 1) return;",
                "if (await client.Query().CountAsync() is 0 or 1) return;",
                "var label = await client.Query().CountAsync() switch { 0 => 1, 1 => 2, _ => 3 };",
                "var label = await client.Query().CountAsync() switch { 0 when flag => 1, _ => 2 };",
                "var label = await client.Query().CountAsync() switch { var n => n };",
                "switch (await client.Query().CountAsync()) { case 0: break; case 1: return; }",
                "var n = await client.Query().CountAsync(); if (n > 0) Console.WriteLine(n);",
                "var n = await client.Query().CountAsync(); n++; if (n > 0) return;",
                "var n = await client.Query().CountAsync();",
                "var n = await client.Query().Take(9).CountAsync(); if (n > 0) return;",
            ],
            ["FP0305"] =
            [
                "List<UserProfile>? all = null; for (var i = 0; i < 3 && all is null; i++) { try { all = await client.Query().ToListAsync(); } catch (ProfilesException) { } }",
                "var done = false; for (var i = 0; i < 3 && !done; i++) { try { await client.Query().ToListAsync(); done = true; } catch (ProfilesException) { } }",
                "for (var i = 0; i < 3; i++) { try { await client.Query().ToListAsync(); return; } catch (ProfilesException) { } }",
                "foreach (var delay in new[] { 1, 2 }) { try { await client.Query().ToListAsync(); break; } catch (ProfilesException) { await Task.Delay(delay); } }",
                $"async IAsyncEnumerable<int> One() {{ {Each}{{ yield return await client.Query().CountAsync(); yield break; }} }} await foreach (var n in One()) return;",
                $"var all = new List<ProfileQuery<UserProfile>>(); {Each}all.Add(client.Query().Where(p => p.Name == t));",
                $"var jobs = new List<Func<Task>>(); {Each}jobs.Add(() => client.Query().ToListAsync().AsTask());",
                $"var jobs = new Dictionary<string, Task>(); {Each}if (!jobs.ContainsKey(t)) jobs.Add(t, client.Query().Where(p => p.Name == t).ToListAsync().AsTask());",
                $"{Each}await foreach (var row in client.Query().Take(5).FullJoinAsync(new[] {{ t }}, r => r, p => p.Name)) Console.WriteLine(row);",
                $"{Each}{{ var rows = client.Query().FullJoinAsync(new[] {{ t }}, r => r, p => p.Name); Change(rows); }}",
            ],
            ["FP0205"] =
            [
                "var n = await client.Query().CountAsync(p => p.Id.Equals(\"UPROF_1\", StringComparison.OrdinalIgnoreCase));",
                "var n = await client.Query().CountAsync(p => p.Id.Equals(\"uprof_1\"));",
                "var n = await client.Query().CountAsync(p => new[] { \"uprof_1\", \"b\" }.Contains(p.Id));",
                "var n = await client.Query().CountAsync(p => new[] { text, \"b\" }.Contains(p.Id));",
                "string[] ids = [\"a\"]; if (flag) ids[0] = text; var n = await client.Query().CountAsync(p => ids.Contains(p.Id));",
                "var n = await client.Query().CountAsync(p => p.Name!.Equals(\"\"));",
            ],
            ["FP0301"] =
            [
                "var some = given?.Take(5);",
                "ProfileQuery<UserProfile>? Some() => given?.Take(5); _ = Some();",
                "Action act = () => client.Query().Take(number); act();",
                "Console.WriteLine(given?.Take(5).Explain());",
            ],
        };
}
