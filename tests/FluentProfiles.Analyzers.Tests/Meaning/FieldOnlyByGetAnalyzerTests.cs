using FluentProfiles.CodeFixes;

namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class FieldOnlyByGetAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().Where(p => p.Programs.[|Efs|] != null)")]
    [InlineData("client.Query().Select(p => p.Programs.Cyber!.[|Tiers|])")]
    [InlineData("client.Query().Where(p => p.Programs.[|Efs|] != null).WithDetails()")]
    [InlineData("from p in client.Query() where p.Programs.[|Efs|] == null select p.Id")]
    public Task FromList_Triggers(string query) => Verify.AnalyzerAsync<FieldOnlyByGetAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("await foreach (var p in client.Query()) Console.WriteLine(p.Programs.[|Efs|]);")]
    [InlineData("var p = await client.Query().FirstAsync(); Console.WriteLine(p.Programs.[|Efs|]);")]
    public Task Result_Triggers(string statements) => Verify.AnalyzerAsync<FieldOnlyByGetAnalyzer>(statements);

    [Theory]
    [InlineData("var q = client.Query().WithDetails().Where(p => p.Programs.Efs != null);")]
    [InlineData("var q = client.Query().Where(p => p.Id == text && p.Programs.Efs != null);")]
    [InlineData("var q = client.Query().Where(p => texts.Contains(p.Id)).Select(p => p.Programs.Efs);")]
    [InlineData("var q = given.Where(p => p.Programs.Efs != null);")]
    [InlineData("var q = ProfileQuery.FromItems([]).Where(p => p.Programs.Efs != null);")]
    [InlineData("var q = client.Query().WithBeta(\"user-profiles-2026-09-04\").Where(p => p.Programs.Efs != null);")]
    [InlineData("var q = client.Query().Where(p => p.Programs.Cyber != null);")]
    [InlineData("var p = await client.GetAsync(\"uprof_1\"); Console.WriteLine(p.Programs.Efs);")]
    [InlineData("await foreach (var p in client.Query().WithDetails()) Console.WriteLine(p.Programs.Efs);")]
    public Task ReportedOrUnknown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<FieldOnlyByGetAnalyzer>(statements);

    [Fact]
    public Task FromList_FixesWithDetails() =>
        Verify.FixAsync<FieldOnlyByGetAnalyzer, FieldOnlyByGetFixer>(
            """
            var q = client.Query()
                .Where(p => p.EnforcementStatus == "banned")
                .Select(p => new { p.Programs.[|Efs|], p.Programs.Cyber!.[|Tiers|] });
            var r = from p in client.Query() where p.Programs.[|Efs|] == null select p.Id;
            var s = await client.Query().FirstAsync();
            """,
            """
            var q = client.Query()
                .Where(p => p.EnforcementStatus == "banned").WithDetails()
                .Select(p => new { p.Programs.Efs, p.Programs.Cyber!.Tiers });
            var r = from p in client.Query().WithDetails() where p.Programs.Efs == null select p.Id;
            var s = await client.Query().FirstAsync();
            """
        );
}
