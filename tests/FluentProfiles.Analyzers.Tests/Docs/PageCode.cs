namespace FluentProfiles.Analyzers.Tests.Docs;

/// <summary>Code on a page, compiled with the rules.</summary>
internal static class PageCode
{
    private const string Members = """
        public static readonly string[] names = ["Ada", "Grace"];
        public static readonly string id = Environment.MachineName;
        public static readonly string? resumeToken = null;
        """;

    public static Task<IReadOnlyList<Diagnostic>> DiagnoseAsync(string code) =>
        Diagnoses.OfAsync(Statements(code), Members);

    /// <summary>The same of code that the compiler refuses.</summary>
    public static Task<IReadOnlyList<Diagnostic>> RefusedAsync(string code) =>
        Diagnoses.WithErrorsAsync(Statements(code), Members);

    public static IEnumerable<Diagnostic> Warnings(IEnumerable<Diagnostic> found) =>
        found.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    // Most pages show a query alone, as an expression.
    private static string Statements(string code) =>
        "var query = client.Query();\n" + (code.TrimEnd()[^1] is ';' or '}' ? code : $"var result = {code}\n;");
}
