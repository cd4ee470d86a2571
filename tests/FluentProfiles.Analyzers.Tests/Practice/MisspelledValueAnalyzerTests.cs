using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Practice;

public sealed class MisspelledValueAnalyzerTests
{
    private const string Members = """
        private const string Baned = "baned";
        private static readonly EnforcementStatus Wrong = "Banned";
        private static readonly EnforcementStatus[] Several = ["pending", "banned"];
        private static bool Is(UserProfile p) => p.EnforcementStatus == EnforcementStatus.Banned;
        """;

    [Theory]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == [|\"baned\"|])")]
    [InlineData("given.Where(p => [|\"Banned\"|] == p.EnforcementStatus)")]
    [InlineData("from p in client.Query() where p.EnforcementStatus != [|\"bnaned\"|] select p.Id")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == [|\" restricted\"|] || p.Name == \"baned\")")]
    [InlineData("client.Query().Where(p => p.AccessType == [|\"pass_through\"|])")]
    [InlineData("client.Query().Where(p => p.ExternalUserDetails.EntityType == [|\"nonprofit\"|])")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus.Equals([|\"resticted\"|]))")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == [|new EnforcementStatus(\"Pending\")|])")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == [|(EnforcementStatus)\"pendng\"|])")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == [|Baned|])")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == [|Wrong|])")]
    [InlineData(
        "client.Query().Where(p => new EnforcementStatus[] { [|\"baned\"|], \"pending\" }.Contains(p.EnforcementStatus))"
    )]
    [InlineData("client.Query().CountAsync(p => p.EnforcementActions.Any(a => a.Type == [|\"Ban\"|]))")]
    [InlineData(
        "texts.Where(t => Profiles.Query().ToString() == t && ((EnforcementStatus)t).Effective == [|\"BANNED\"|])"
    )]
    public Task NearlyKnown_Triggers(string expression) =>
        Verify.AnalyzerAsync<MisspelledValueAnalyzer>($"var x = {expression};", Members);

    [Theory]
    [InlineData(
        "EnforcementStatus wanted = [|\"baned\"|]; var q = client.Query().Where(p => p.EnforcementStatus == wanted);"
    )]
    [InlineData(
        "EnforcementStatus[] any = [[|\"baned\"|]]; var q = client.Query().Where(p => any.Contains(p.EnforcementStatus));"
    )]
    [InlineData(
        "HashSet<EnforcementStatus> any = new() { [|\"baned\"|], \"banned\" }; var q = client.Query().Where(p => any.Contains(p.EnforcementStatus));"
    )]
    [InlineData("List<EnforcementStatus> any = [[|\"baned\"|]]; var b = any.Contains(\"banned\");")]
    [InlineData("await foreach (var p in given) { if (p.EnforcementStatus == [|\"Banned\"|]) break; }")]
    [InlineData("EnforcementStatus? s = text; if (s == [|\"baned\"|]) { }")]
    public Task InAnyStatement_Triggers(string statements) => Verify.AnalyzerAsync<MisspelledValueAnalyzer>(statements);

    [Theory]
    [InlineData("switch (s.ToString()) { case [|\"Banned\"|]: break; case \"pending\": break; }")]
    [InlineData("var x = s.ToString() switch { [|\"baned\"|] or EnforcementStatus.Values.Pending => 1, _ => 2 };")]
    [InlineData("if (s.ToString() is not [|\"Restricted\"|]) { }")]
    [InlineData("if (s.ToString() == [|\"baned\"|] && [|\"Pending\"|].Equals(s.ToString())) { }")]
    [InlineData("if (string.Equals([|\"Banned\"|], s.ToString())) { }")]
    [InlineData("if (new[] { [|\"baned\"|] }.Contains(s.ToString())) { }")]
    public Task ComparedAsText_Triggers(string statements) =>
        Verify.AnalyzerAsync<MisspelledValueAnalyzer>("EnforcementStatus s = text; " + statements);

    [Theory]
    [InlineData("p.EnforcementStatus == \"banned\"")]
    [InlineData("p.EnforcementStatus == EnforcementStatus.Banned")]
    [InlineData("p.EnforcementStatus == \"\"")]
    [InlineData("p.EnforcementStatus == null")]
    [InlineData("p.EnforcementStatus == text")]
    [InlineData("p.EnforcementStatus == \"unbanned\"")]
    [InlineData("p.EnforcementStatus == \"suspended\"")]
    [InlineData("p.EnforcementStatus == \"restricted_eu\"")]
    [InlineData("p.EnforcementStatus == \"banned2\"")]
    [InlineData("p.ExternalUserDetails.AccountStatus == \"inactive\"")]
    [InlineData("p.Name == \"baned\"")]
    [InlineData("p.EnforcementActions.Any(a => a.Type == \"bar\")")]
    [InlineData("p.Metadata[\"status\"] == \"baned\"")]
    [InlineData("Several.Contains(p.EnforcementStatus)")]
    [InlineData("string.Equals(p.EnforcementStatus.ToString(), \"Banned\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("p.EnforcementStatus.ToString().Equals(\"BANNED\", StringComparison.OrdinalIgnoreCase)")]
    [InlineData("new[] { \"Banned\" }.Contains(p.EnforcementStatus.ToString(), StringComparer.OrdinalIgnoreCase)")]
    [InlineData("p.EnforcementStatus.ToString().StartsWith(\"Ban\")")]
    public Task KnownOrFarOrOther_DoesNotTrigger(string condition) =>
        Verify.AnalyzerAsync<MisspelledValueAnalyzer>(
            $"var q = given.WhereOnClient(p => {condition}); Func<UserProfile, bool> f = p => {condition};",
            Members
        );

    [Theory]
    [InlineData("var p = new UserProfile { EnforcementStatus = \"Banned\" };")]
    [InlineData(
        "EnforcementStatus[] unknown = [\"baned\", \"Banned\"]; foreach (var s in unknown) Console.WriteLine(s);"
    )]
    [InlineData("EnforcementStatus s = \"Banned\"; Console.WriteLine(s.IsKnown);")]
    [InlineData("EnforcementStatus s = \"baned\"; s = \"banned\"; var q = given.Where(p => p.EnforcementStatus == s);")]
    public Task NotComparedOrNotSure_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<MisspelledValueAnalyzer>(statements);

    [Fact]
    public Task Misspelled_FixesToMember() =>
        Verify.FixAsync<MisspelledValueAnalyzer, MisspelledValueFixer>(
            """
            EnforcementStatus wanted = [|"Banned"|]; // kept
            var q = client.Query().Where(p => p.EnforcementStatus == /* first */ [|"baned"|] /* second */
                || p.EnforcementStatus == wanted || p.EnforcementStatus == [|new EnforcementStatus("Pending")|]);
            var r = from p in given where p.AccessType == [|Passthru|] select p.Id;
            var s = given.WhereOnClient(p => p.EnforcementStatus.ToString() is [|"restrcted"|]);
            """,
            """
            EnforcementStatus wanted = EnforcementStatus.Banned; // kept
            var q = client.Query().Where(p => p.EnforcementStatus == /* first */ EnforcementStatus.Banned /* second */
                || p.EnforcementStatus == wanted || p.EnforcementStatus == EnforcementStatus.Pending);
            var r = from p in given where p.AccessType == AccessType.Passthrough select p.Id;
            var s = given.WhereOnClient(p => p.EnforcementStatus.ToString() is EnforcementStatus.Values.Restricted);
            """,
            "private const string Passthru = \"passthrough \";"
        );

    [Fact]
    public Task BesideAnotherTypeOfTheName_FixesToQualifiedMember() =>
        Verify.FixAsync<MisspelledValueAnalyzer, MisspelledValueFixer>(
            "var q = client.Query().Where(p => p.EnforcementStatus == [|\"baned\"|]);",
            "var q = client.Query().Where(p => p.EnforcementStatus == FluentProfiles.EnforcementStatus.Banned);",
            "private enum EnforcementStatus { Banned }"
        );

    [Fact]
    public Task SwitchThatHasTheValue_DoesNotFix() =>
        Verify.FixAsync<MisspelledValueAnalyzer, MisspelledValueFixer>(
            "switch (new AccessType(text).ToString()) { case \"passthrough\": break; case [|\"Passthrough\"|]: break; }",
            "switch (new AccessType(text).ToString()) { case \"passthrough\": break; case [|\"Passthrough\"|]: break; }"
        );
}
