namespace FluentProfiles.Analyzers.Tests.Docs;

/// <summary>The code on a rule's page compiles, and the rule says of it what the page does.</summary>
public sealed class RulePageTests
{
    private const string Members = """
        public static readonly string[] names = ["Ada", "Grace"];
        public static readonly string id = Environment.MachineName;
        public static readonly string? resumeToken = null;
        """;

    public static TheoryData<string> Rules => [.. AllRules.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task BadCode_ReportsTheRuleAlone(string id)
    {
        var found = await DiagnoseAsync(RulePage.Of(id).Bad!);

        Assert.Contains(id, found.Select(diagnostic => diagnostic.Id));
        Assert.All(Warnings(found), diagnostic => Assert.Equal(id, diagnostic.Id));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task GoodCode_IsClean(string id)
    {
        if (RulePage.Of(id).Good is not { } code)
            return;
        var found = await DiagnoseAsync(code);

        Assert.DoesNotContain(id, found.Select(diagnostic => diagnostic.Id));
        Assert.Empty(Warnings(found));
    }

    private static IEnumerable<Diagnostic> Warnings(IEnumerable<Diagnostic> found) =>
        found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    private static Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(string code) =>
        Diagnoses.OfAsync("var query = client.Query();\n" + Statements(code), Members);

    // Most pages show a query alone, as an expression.
    private static string Statements(string code) =>
        code.TrimEnd()[^1] is ';' or '}' ? code : $"var result = {code}\n;";
}
