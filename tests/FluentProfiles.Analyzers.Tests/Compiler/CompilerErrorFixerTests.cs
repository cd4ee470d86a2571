using FluentProfiles.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace FluentProfiles.Analyzers.Tests.Compiler;

public sealed class CompilerErrorFixerTests
{
    [Theory]
    [InlineData("{|CS8122:p.Name is not null|}", "p.Name != null")]
    [InlineData("{|CS8122:p.Name is null|} && flag", "p.Name == null && flag")]
    [InlineData("flag == {|CS8122:p.Name is null|}", "flag == (p.Name == null)")]
    [InlineData("!({|CS8122:p.Name is \"a\"|})", "!(p.Name == \"a\")")]
    public Task NullPattern_Fixes(string before, string after) => WhereAsync<NullPatternFixer>(before, after);

    [Theory]
    [InlineData("{|CS8072:p.Name?.Length|} > 3", "p.Name.Length > 3")]
    [InlineData(
        "{|CS8072:p.Programs.Cyber?{|CS8072:.Requirements?.HumanReview|}|} == true",
        "p.Programs.Cyber.Requirements.HumanReview == true"
    )]
    [InlineData(
        "{|CS8072:p.Programs.Cyber?{|CS8072:.Requirements?.HumanReview|}|} ?? false",
        "(bool?)p.Programs.Cyber.Requirements.HumanReview ?? false"
    )]
    [InlineData("({|CS8072:p.Name?.Length|} ?? 0) > 3", "((int?)p.Name.Length ?? 0) > 3")]
    [InlineData(
        "{|CS8072:p.ExternalUserDetails.OnboardedAt?.Year|} > 2000",
        "p.ExternalUserDetails.OnboardedAt.Value.Year > 2000"
    )]
    [InlineData("{|CS8072:p.Name?.Trim()|} == text", "p.Name.Trim() == text")]
    public Task ConditionalAccess_Fixes(string before, string after) =>
        WhereAsync<ConditionalAccessFixer>(before, after);

    [Theory]
    [InlineData("{|CS8072:p.Name?.Length|}", "(int?)p.Name.Length")]
    [InlineData("new { p.Id, {|CS8072:p.Name?.Length|} }", "new { p.Id, Length = (int?)p.Name.Length }")]
    [InlineData(
        "{|CS8072:p.ExternalUserDetails.OnboardedAt?.Year|}",
        "(int?)p.ExternalUserDetails.OnboardedAt.Value.Year"
    )]
    [InlineData("{|CS8072:p.Programs.Cyber?.Status|}", "(ProgramStatus?)p.Programs.Cyber.Status")]
    [InlineData("{|CS8072:p.Name?.Trim()|}", "p.Name.Trim()")]
    public Task ConditionalAccessInSelect_KeepsItsType(string before, string after) =>
        Verify.FixAsync<EmptyDiagnosticAnalyzer, ConditionalAccessFixer>(
            $"var q = client.Query().Select(p => {before});",
            $"var q = client.Query().Select(p => {after});"
        );

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
    [InlineData(
        "{|CS9307:p.Metadata.TryGetValue(value: out {|CS8198:var v|}, key: \"a\")|} && v == \"b\"",
        "p.Metadata[\"a\"] != null && p.Metadata[\"a\"] == \"b\""
    )]
    [InlineData("flag == p.Metadata.TryGetValue(\"b\", out {|CS8207:_|})", "flag == (p.Metadata[\"b\"] != null)")]
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

    [Theory]
    [InlineData(
        "map.TryGetValue(p.Id, out {|CS8198:var v|}) && v != text",
        "map.ContainsKey(p.Id) && map[p.Id] != text"
    )]
    [InlineData("!map.TryGetValue(p.Id, out {|CS8207:_|})", "!map.ContainsKey(p.Id)")]
    [InlineData(
        "{|CS9307:map.TryGetValue(value: out {|CS8198:var v|}, key: p.Id)|} && v != text && v != p.Name",
        "map.ContainsKey(p.Id) && map[p.Id] != text && map[p.Id] != p.Name"
    )]
    public Task TryGetValueOfADictionary_FixesToContainsKey(string before, string after) =>
        Verify.FixAsync<EmptyDiagnosticAnalyzer, TryGetValueFixer>(
            $"var map = new Dictionary<string, string>(); var q = client.Query().Where(p => {before});",
            $"var map = new Dictionary<string, string>(); var q = client.Query().Where(p => {after});"
        );

    [Theory]
    [InlineData("await foreach (var (id, name) in client.Query().Select(p => {|CS8143:(p.Id, p.Name)|})) { }")]
    [InlineData(
        "var q = client.Query().Where(p => {|CS8382:{|CS8143:(p.Id, p.Name)|} == {|CS8143:(\"a\", \"b\")|}|});"
    )]
    [InlineData("var q = client.Query().Select(p => {|CS8143:(p.Id, p.Id)|});")]
    [InlineData("var q = client.Query().Select(p => {|CS8143:(p.Id, p.Name)|}).Where(t => t.Item1 != null);")]
    [InlineData("ProfileQuery<(string, string?)> q = client.Query().Select(p => {|CS8143:(p.Id, p.Name)|});")]
    public Task TupleThatIsUsedAsOne_DoesNotFix(string statements) =>
        Verify.FixAsync<EmptyDiagnosticAnalyzer, TupleFixer>(statements, statements);

    // The compiler warns that a number is never null, cast or not.
    [Theory]
    [InlineData("{|CS8072:p.Name?.Length|} == null")]
    [InlineData("null != {|CS8072:p.ExternalUserDetails.OnboardedAt?.Year|}")]
    public Task NumberComparedWithNull_DoesNotFix(string condition) =>
        WhereAsync<ConditionalAccessFixer>(condition, condition);

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
