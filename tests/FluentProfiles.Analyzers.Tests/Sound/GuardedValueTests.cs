namespace FluentProfiles.Analyzers.Tests.Sound;

/// <summary>A constant that a condition asks for proves nothing: code that would throw with it is not run.</summary>
public sealed class GuardedValueTests
{
    [Theory]
    [InlineData("var q = Pages > 0 ? client.Query().WithMaxRequests(Pages) : client.Query();")]
    [InlineData("var q = client.Query(); if (Pages > 0) q = q.WithMaxRequests(Pages);")]
    [InlineData("var q = client.Query(); if (Pages is > 0) { q = q.WithMaxRequests(count: Pages); }")]
    [InlineData("var q = client.Query(); if (flag && Pages != 0) q = q.WithMaxRequests(Pages);")]
    [InlineData("var q = client.Query(); if (Pages <= 0) return; q = q.WithMaxRequests(Pages);")]
    [InlineData(
        "foreach (var t in texts) { if (Pages <= 0) continue; var q = client.Query().WithMaxRequests(Pages); }"
    )]
    [InlineData(
        "var q = client.Query(); switch (Pages) { case 0: break; default: q = q.WithMaxRequests(Pages); break; }"
    )]
    [InlineData("var q = Pages switch { 0 => client.Query(), _ => client.Query().WithMaxRequests(Pages) };")]
    [InlineData(
        "var q = number switch { 1 when Pages > 0 => client.Query().WithMaxRequests(Pages), _ => client.Query() };"
    )]
    [InlineData("var q = client.Query(); while (Pages > 0 && flag) q = q.WithMaxRequests(Pages);")]
    [InlineData("var limited = Pages > 0; var q = limited ? client.Query().WithMaxRequests(Pages) : client.Query();")]
    [InlineData("var pages = 0; var q = pages > 0 ? client.Query().WithMaxRequests(pages) : client.Query();")]
    [InlineData("var q = Pages > 0 ? client.Query().WithMaxRequests(Pages * 2) : client.Query();")]
    [InlineData("const int pages = 0; var q = pages == 0 ? client.Query() : client.Query().WithMaxRequests(pages);")]
    [InlineData("var q = Off >= 0 ? client.Query().Take(Off) : client.Query();")]
    [InlineData("var q = client.Query(); if (Size > 0) q = q.WithPageSize(Size);")]
    [InlineData("var q = client.Query(); if (Size > 0) { Func<object> later = () => q.WithPageSize(Size); later(); }")]
    [InlineData("var q = string.IsNullOrEmpty(Scope) ? client.Query() : client.Query().WithWorkspace(Scope);")]
    [InlineData("var q = Scope is { Length: > 0 } ? client.Query().WithWorkspace(Scope) : client.Query();")]
    [InlineData("var q = Scope is { Length: > 0 } scope ? client.Query().WithWorkspace(scope) : client.Query();")]
    [InlineData("var q = client.Query(); if (Patience > TimeSpan.Zero) q = q.WithRunTimeout(Patience);")]
    [InlineData("var o = new BulkWriteOptions(); if (Pages > 0) o.Concurrency = Pages;")]
    [InlineData(
        "var o = new ProfilesClientOptions(); if (Off >= 0) o.MaxRetries = Off; using var other = new ProfilesClient(o);"
    )]
    [InlineData("var q = Beta != \"\" ? client.Query().WithBeta(Beta) : client.Query();")]
    [InlineData(
        "var r = await client.Query().Take(1).ExecuteUpdateAsync(s => { if (Scope.Length > 0) s.SetName(Scope); s.SetMetadata(\"a\", \"b\"); }); Console.WriteLine(r);"
    )]
    public Task ConditionOnTheValue_IsNotReported(string statements) => Unreported.AssertAsync(statements, Members);

    [Theory]
    [InlineData("if (flag) { var q = client.Query().WithMaxRequests(Pages); }", "FP0006")]
    [InlineData("if (Pages > 5) Console.WriteLine(); var q = client.Query().WithMaxRequests(Pages);", "FP0006")]
    [InlineData("var q = Size > 0 ? client.Query() : client.Query().WithPageSize(size: 0);", "FP0001")]
    [InlineData("var q = number > 0 ? client.Query().Take(Off) : client.Query();", "FP0002")]
    public async Task AnotherCondition_IsReported(string statements, string id) =>
        Assert.Contains(await Diagnoses.OfAsync(statements, Members), one => one.Id == id);

    private const string Members = """
        private const int Pages = 0;
        private static readonly int Off = -1;
        private static readonly int Size = 0;
        private static readonly string Scope = "";
        private const string Beta = "";
        private static readonly TimeSpan Patience = TimeSpan.Zero;
        """;
}
