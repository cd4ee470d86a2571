namespace FluentProfiles.Analyzers.Tests.Overlooked;

/// <summary>Ways of naming betas and secrets, and of writing.</summary>
internal static class OverlookedWriteForms
{
    private const string Misspelled = "\"user-profiles-2026-09-05\"";
    private const string Older = "AnthropicBeta.UserProfiles2026_03_24";
    private const string Newer = "AnthropicBeta.UserProfiles2026_09_04";
    private const string Sync =
        "client.SyncAsync(texts, row => row, p => p.ExternalUserDetails.ReferenceId, row => new NewProfile { Name = row }";

    private const string Plan =
        "var plan = await client.PlanSyncAsync(texts, row => row, p => p.ExternalUserDetails.ReferenceId, row => new NewProfile { Name = row });";

    public static IReadOnlyDictionary<string, string[]> Reported { get; } =
        new Dictionary<string, string[]>
        {
            ["FP0101"] =
            [
                $"AnthropicBeta[] more = [{Misspelled}]; var o = new ProfilesClientOptions {{ Betas = [.. more] }};",
                $"var o = new ProfilesClientOptions {{ Betas = flag ? [{Misspelled}] : [] }};",
                $"var o = new ProfilesClientOptions {{ Betas = [flag ? {Misspelled} : {Newer}] }};",
                $"var o = new ProfilesClientOptions(); o.Betas.Add(flag ? {Misspelled} : {Newer});",
                $"var q = client.Query().WithBeta(flag ? {Misspelled} : {Newer});",
                $"var q = client.Query().WithBeta(number switch {{ 1 => {Misspelled}, _ => {Newer} }});",
                $"await client.GetAsync(text, new() {{ Betas = [{Misspelled}] }});",
                $"await client.DeleteAsync(text, new CallOptions {{ Betas = {{ {Misspelled} }} }});",
                $"var o = new CallOptions(); o.Betas.Add({Misspelled}); await client.CreateActionUrlAsync(text, o);",
            ],
            ["FP0102"] =
            [
                "var o = new ProfilesClientOptions { Betas = [default] };",
                "var q = client.Query().WithBeta(default(AnthropicBeta));",
                "var q = client.Query().WithBeta(new AnthropicBeta());",
                "await client.GetAsync(text, new() { Betas = [default, \"user-profiles-2026-09-04\"] });",
                "AnthropicBeta[] more = [\"a b\"]; var q = client.Query().WithBeta([.. more]);",
            ],
            ["FP0103"] =
            [
                "await client.GetAsync(text, new() { Betas = [\"files-api-2025-04-14\"] });",
                "await client.DeleteAsync(text, new() { Betas = [\"files-api-2025-04-14\"] });",
                "await client.UpdateAsync(text, new() { Name = text }, new() { Betas = [\"files-api-2025-04-14\"] });",
                "var o = new CallOptions { Betas = [\"files-api-2025-04-14\"] }; await client.CreateEnrollmentUrlAsync(text, o);",
            ],
            ["FP0104"] =
            [
                $"AnthropicBeta[] more = [{Older}]; var o = new ProfilesClientOptions {{ Betas = [.. more, {Newer}] }};",
                $"var q = client.Query().WithBeta([.. new AnthropicBeta[] {{ {Older} }}, {Newer}]);",
                $"await client.GetAsync(text, new() {{ Betas = [{Older}, {Newer}] }});",
            ],
            ["FP0105"] =
            [
                $"AnthropicBeta[] more = [{Newer}]; var o = new ProfilesClientOptions {{ Betas = [.. more, {Newer}] }};",
                $"await client.DeleteAsync(text, new() {{ Betas = [{Newer}, {Newer}] }});",
            ],
            ["FP0106"] =
            [
                $"var q = client.Query().WithBeta(flag ? {Older} : {Newer});",
                $"AnthropicBeta[] more = [{Older}]; var o = new ProfilesClientOptions {{ Betas = [.. more] }};",
                $"await client.GetAsync(text, new() {{ Betas = flag ? [{Older}] : [] }});",
            ],
            ["FP0304"] =
            [
                "var o = new ProfilesClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"X\") ?? \"sk-ant-x\" };",
                "var o = new ProfilesClientOptions { ApiKey = flag ? \"sk-ant-x\" : text };",
                "var o = new ProfilesClientOptions { AuthToken = number switch { 1 => \"sk-ant-x\", _ => text } };",
                "var o = new ProfilesClientOptions(); o.ApiKey ??= \"sk-ant-x\";",
                "var o = new ProfilesClientOptions(); (o.ApiKey, o.BaseUrl) = (\"sk-ant-x\", text);",
                "var o = new ProfilesClientOptions { TokenProvider = _ => new(\"sk-ant-x\") };",
                "var o = new ProfilesClientOptions { TokenProvider = _ => ValueTask.FromResult(\"sk-ant-x\") };",
                "var o = new ProfilesClientOptions { TokenProvider = async _ => { await Task.Yield(); return \"sk-ant-x\"; } };",
                "var key = Environment.GetEnvironmentVariable(\"X\") ?? \"sk-ant-x\"; var o = new ProfilesClientOptions { ApiKey = key };",
                "const string key = \"sk-ant-x\"; var o = new ProfilesClientOptions(); o.TokenProvider = _ => new ValueTask<string>(flag ? key : text);",
            ],
            ["FP0401"] =
            [
                "var o = new BulkWriteOptions { StopOnError = true }; var r = await client.Query().ExecuteDeleteAsync(o);",
                "var o = new BulkWriteOptions(); o.Concurrency = 2; var r = await client.Query().ExecuteDeleteAsync(o);",
                "BulkWriteOptions o = new() { AllowAll = false }; var r = await client.Query().ExecuteUpdateAsync(c => c.SetName(text), o);",
            ],
            ["FP0402"] =
            [
                "var w = new NewProfile { Metadata = new Dictionary<string, string> { [\"a\"] = \"\" } };",
                "var w = new NewProfile { Metadata = new Dictionary<string, string> { { \"a\", \"\" } } };",
                "var w = new ProfileChanges { Metadata = new Dictionary<string, string> { { \"\", text } } };",
                "var w = new NewProfile { Metadata = new ProfileMap<string>(new Dictionary<string, string> { [\"a\"] = \"\" }) };",
                "var pairs = new Dictionary<string, string> { [\"a\"] = \"\" }; var w = new NewProfile { Metadata = pairs };",
            ],
            ["FP0403"] =
            [
                "var made = new NewProfile(); made.ExternalId = text; await new ProfilesClient().CreateAsync(made);",
                $"var made = new NewProfile {{ Name = text }}; made.ExternalId = text; await client.CreateAsync(made, new() {{ Betas = [{Newer}] }});",
                "var own = new ProfilesClient(); var changes = new ProfileChanges(); changes.ExternalId = text; await own.UpdateAsync(text, changes);",
            ],
            ["FP0404"] =
            [
                "given.ExecuteDeleteAsync().Wait();",
                "given.ExecuteDeleteAsync().ConfigureAwait(false).GetAwaiter().GetResult();",
                "async Task Run() => await given.ExecuteDeleteAsync(); await Run();",
                "void Run() => given.ExecuteDeleteAsync(); Run();",
                "await client.CreateManyAsync(new[] { new NewProfile() });",
                "client.CreateManyAsync(new[] { new NewProfile() }, new() { Concurrency = 2 }).Wait();",
                $"await {Sync});",
                $"await {Sync}, new() {{ AllowDeletes = true }}).ConfigureAwait(false);",
                "var o = new BulkWriteOptions { AllowAll = true }; await given.ExecuteDeleteAsync(o);",
                "await given?.ExecuteDeleteAsync()!;",
                $"{Plan} await plan.ApplyAsync(client, new() {{ Concurrency = 2 }});",
                $"{Plan} var o = new SyncApplyOptions {{ MaxRequests = 5 }}; await plan.ApplyAsync(client, o);",
                $"{Plan} await plan.ApplyAsync(client);",
            ],
        };

    public static IReadOnlyDictionary<string, string[]> Silent { get; } =
        new Dictionary<string, string[]>
        {
            ["FP0102"] =
            [
                $"var q = client.Query().WithBeta(flag ? \"a b\" : {Newer});",
                $"var o = new ProfilesClientOptions {{ Betas = flag ? [\"a b\"] : [] }};",
                $"var q = client.Query().WithBeta([.. texts.Select(t => new AnthropicBeta(t))]);",
            ],
            ["FP0103"] =
            [
                $"await client.GetAsync(text, new() {{ Betas = [{Newer}] }});",
                "await client.DataControls.GetAsync(text, new CallOptions { Betas = [\"files-api-2025-04-14\"] });",
            ],
            ["FP0104"] =
            [
                $"var q = client.Query().WithBeta(flag ? {Older} : {Newer});",
                $"var o = new ProfilesClientOptions {{ Betas = flag ? [{Older}] : [{Newer}] }};",
                $"AnthropicBeta[] more = [{Older}]; if (flag) more = []; var o = new ProfilesClientOptions {{ Betas = [.. more, {Newer}] }};",
                $"AnthropicBeta[] more = [{Older}]; more[0] = text; var o = new ProfilesClientOptions {{ Betas = [.. more, {Newer}] }};",
            ],
            ["FP0105"] =
            [
                $"var o = new ProfilesClientOptions {{ Betas = [flag ? {Older} : {Newer}] }};",
                $"var o = new ProfilesClientOptions {{ Betas = flag ? [{Newer}] : [{Newer}] }};",
            ],
            ["FP0304"] =
            [
                "var o = new ProfilesClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"X\") ?? text };",
                "var o = new ProfilesClientOptions { TokenProvider = _ => new(text.StartsWith(\"sk-ant-\") ? text : \"\") };",
                "var o = new ProfilesClientOptions(); (o.BaseUrl, o.ApiKey) = (\"sk-ant-x\", text);",
                "var o = new ProfilesClientOptions(); o.ApiKey ??= text;",
                "var o = new ProfilesClientOptions(); var (a, b) = (o.ApiKey, \"sk-ant-x\");",
            ],
            ["FP0401"] =
            [
                "var o = new BulkWriteOptions(); o.AllowAll = true; var r = await client.Query().ExecuteDeleteAsync(o);",
                "var o = new BulkWriteOptions(); Change(o); var r = await client.Query().ExecuteDeleteAsync(o);",
                "var o = new BulkWriteOptions { AllowAll = true }; var r = await client.Query().ExecuteDeleteAsync(o);",
                "var o = flag ? new BulkWriteOptions { AllowAll = true } : new(); var r = await client.Query().ExecuteDeleteAsync(o);",
                "BulkWriteOptions o = new(); if (flag) o = new() { AllowAll = true }; var r = await client.Query().ExecuteDeleteAsync(o);",
                "var o = new BulkWriteOptions(); var same = o; same.AllowAll = true; var r = await client.Query().ExecuteDeleteAsync(o);",
            ],
            ["FP0402"] =
            [
                "var pairs = new Dictionary<string, string> { [\"a\"] = \"\" }; pairs[\"a\"] = text; var w = new NewProfile { Metadata = pairs };",
                "var pairs = new Dictionary<string, string> { [\"a\"] = \"\" }; pairs.Clear(); var w = new NewProfile { Metadata = pairs };",
                "var pairs = new Dictionary<string, string> { [\"a\"] = \"\" }; Change(pairs); var w = new NewProfile { Metadata = pairs };",
                "var w = new NewProfile { Metadata = new Dictionary<string, string> { { \"a\", text }, { text, \"b\" } } };",
            ],
            ["FP0403"] =
            [
                "var made = new NewProfile(); if (flag) made.ExternalId = text; await new ProfilesClient().CreateAsync(made);",
                "var made = new NewProfile(); made.ExternalId = text; made.ExternalId = null; await new ProfilesClient().CreateAsync(made);",
                "var made = new NewProfile { ExternalId = text }; made.ExternalId = null; await new ProfilesClient().CreateAsync(made);",
                "var made = new NewProfile(); await new ProfilesClient().CreateAsync(made); made.ExternalId = text;",
                "var made = new NewProfile { ExternalId = text }; Change(made); await new ProfilesClient().CreateAsync(made);",
                "var made = new NewProfile(); made.ExternalId = text; await client.CreateAsync(made);",
            ],
            ["FP0404"] =
            [
                "Task<BulkWriteReport> Run() => given.ExecuteDeleteAsync(); Console.WriteLine(await Run());",
                "Func<Task> run = async () => await given.ExecuteDeleteAsync(); await run();",
                "Console.WriteLine(given.ExecuteDeleteAsync().Result.Failed);",
                "var r = given.ExecuteDeleteAsync().GetAwaiter().GetResult();",
                "await client.CreateManyAsync(new[] { new NewProfile() }, new() { StopOnError = true });",
                $"await {Sync}, new() {{ StopOnError = true }});",
                $"{Plan} await plan.ApplyAsync(client, new() {{ StopOnError = true }});",
                $"{Plan} await plan.ApplyAsync(client, new() {{ Progress = new Progress<SyncProgress>() }});",
                $"{Plan} var o = new SyncApplyOptions(); Change(o); await plan.ApplyAsync(client, o);",
                $"var r = await {Sync});",
                "var o = new BulkWriteOptions(); o.StopOnError = true; await given.ExecuteDeleteAsync(o);",
                "var o = new BulkWriteOptions(); Change(o); await given.ExecuteDeleteAsync(o);",
            ],
        };
}
