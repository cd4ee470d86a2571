using FluentProfiles.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace FluentProfiles.Analyzers.Tests.Compiler;

public sealed class CompilerErrorFixerTests
{
    [Theory]
    [InlineData("{|CS8122:p.Name is not null|}", "p.Name != null")]
    [InlineData("{|CS8122:p.Name is null|} && flag", "p.Name == null && flag")]
    public Task NullPattern_Fixes(string before, string after) => WhereAsync<NullPatternFixer>(before, after);

    [Theory]
    [InlineData("{|CS8072:p.Name?.Length|} > 3", "p.Name.Length > 3")]
    [InlineData(
        "{|CS8072:p.Programs.Cyber?{|CS8072:.Requirements?.HumanReview|}|} == true",
        "p.Programs.Cyber.Requirements.HumanReview == true"
    )]
    public Task ConditionalAccess_Fixes(string before, string after) =>
        WhereAsync<ConditionalAccessFixer>(before, after);

    [Theory]
    [InlineData("{|CS8143:(p.Id, p.Name)|}", "new { p.Id, p.Name }")]
    [InlineData("{|CS8143:(Key: p.Id, Length: p.Name!.Length)|}", "new { Key = p.Id, Length = p.Name!.Length }")]
    public Task Tuple_Fixes(string before, string after) =>
        Verify.FixAsync<EmptyDiagnosticAnalyzer, TupleFixer>(
            $"var q = client.Query().Select(p => {before});",
            $"var q = client.Query().Select(p => {after});"
        );

    [Theory]
    [InlineData(
        "p.Metadata.TryGetValue(\"a\", out {|CS8198:var v|}) && v == \"b\"",
        "p.Metadata[\"a\"] != null && p.Metadata[\"a\"] == \"b\""
    )]
    [InlineData("p.Metadata.TryGetValue(\"a\", out {|CS8207:_|})", "p.Metadata[\"a\"] != null")]
    public Task TryGetValue_Fixes(string before, string after) => WhereAsync<TryGetValueFixer>(before, after);

    [Theory]
    [InlineData("Where({|CS0834:p => { return p.Name != null; }|})", "WhereOnClient(p => { return p.Name != null; })")]
    [InlineData(
        "Where(p => {|CS8514:p.Name switch { null => false, _ => true }|})",
        "WhereOnClient(p => p.Name switch { null => false, _ => true })"
    )]
    [InlineData("Where(p => {|CS8110:Local(p)|})", "WhereOnClient(p => Local(p))")]
    public Task NoExpression_FixesToClient(string before, string after) =>
        Verify.FixAsync<EmptyDiagnosticAnalyzer, WhereOnClientFixer>(
            $"static bool Local(UserProfile p) => true; var q = client.Query().{before};",
            $"static bool Local(UserProfile p) => true; var q = client.Query().{after};"
        );

    [Fact]
    public Task OtherExpressionTree_DoesNotFix()
    {
        const string Statements =
            "System.Linq.Expressions.Expression<Func<UserProfile, bool>> e = p => {|CS8122:p.Name is not null|};";
        return Verify.FixAsync<EmptyDiagnosticAnalyzer, NullPatternFixer>(Statements, Statements);
    }

    // A clause can't be moved to a method that is none of query syntax.
    [Fact]
    public Task QueryClause_DoesNotFixToClient()
    {
        const string Statements =
            "var q = from p in client.Query() where {|CS8514:p.Name switch { null => false, _ => true }|} select p;";
        return Verify.FixAsync<EmptyDiagnosticAnalyzer, WhereOnClientFixer>(Statements, Statements);
    }

    [Fact]
    public Task QueryClause_FixesTryGetValue() =>
        Verify.FixAsync<EmptyDiagnosticAnalyzer, TryGetValueFixer>(
            "var q = from p in client.Query() where p.Metadata.TryGetValue(\"a\", out {|CS8198:var v|}) && v == text select p;",
            "var q = from p in client.Query() where p.Metadata[\"a\"] != null && p.Metadata[\"a\"] == text select p;"
        );

    [Fact]
    public Task UnnamedElement_DoesNotFix()
    {
        const string Statements = "var q = client.Query().Select(p => {|CS8143:(p.Id, p.Name!.Length + 1)|});";
        return Verify.FixAsync<EmptyDiagnosticAnalyzer, TupleFixer>(Statements, Statements);
    }

    private static Task WhereAsync<TFixer>(string before, string after)
        where TFixer : CodeFixProvider, new() =>
        Verify.FixAsync<EmptyDiagnosticAnalyzer, TFixer>(
            $"var q = client.Query().Where(p => {before});",
            $"var q = client.Query().Where(p => {after});"
        );
}
