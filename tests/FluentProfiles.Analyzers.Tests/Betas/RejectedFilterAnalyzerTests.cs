namespace FluentProfiles.Analyzers.Tests.Betas;

public sealed class RejectedFilterAnalyzerTests
{
    private const string Old = "client.Query().WithBeta(\"user-profiles-2026-09-04\")";

    [Theory]
    [InlineData(".Where(p => p.[|EnforcementStatus|] == EnforcementStatus.Banned)")]
    [InlineData(".Where(p => p.Name != null && p.[|EnforcementStatus|] == \"banned\")")]
    [InlineData(".Where(p => p.[|EnforcementStatus|] == \"banned\" || p.[|EnforcementStatus|] == \"pending\")")]
    [InlineData(".Where(p => new[] { EnforcementStatus.Banned }.Contains(p.[|EnforcementStatus|]))")]
    [InlineData(".Where(p => new List<EnforcementStatus>().Contains(p.[|EnforcementStatus|]))")]
    [InlineData(".Where(p => p.[|EnforcementStatus|].Equals(EnforcementStatus.Banned))")]
    public Task SentUnderOldShape_Triggers(string step) =>
        Verify.AnalyzerAsync<RejectedFilterAnalyzer>($"var q = {Old}{step};");

    [Fact]
    public Task TerminalAndQuerySyntax_Triggers() =>
        Verify.AnalyzerAsync<RejectedFilterAnalyzer>(
            $$"""
            await {{Old}}.AnyAsync(p => p.[|EnforcementStatus|] == "banned");
            var q = from p in {{Old}} where p.[|EnforcementStatus|] == "banned" select p.Id;
            """
        );

    [Theory]
    [InlineData(Old + ".Where(p => p.EnforcementStatus != EnforcementStatus.Banned)")]
    [InlineData(Old + ".Take(5).Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData(Old + ".Where(p => p.EnforcementStatus == default)")]
    [InlineData(Old + ".Where(p => p.EnforcementStatus == EnforcementStatus.Banned || p.Name == null)")]
    [InlineData(Old + ".WhereOnClient(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData(Old + ".Select(p => p.EnforcementStatus)")]
    [InlineData("client.Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData("new ProfilesClient().Query().Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData(Old + ".Where(p => p.EnforcementStatus == EnforcementStatus.Banned).ToString()")]
    [InlineData("(object)" + Old + ".Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    [InlineData("client.Query().WithBeta(text).Where(p => p.EnforcementStatus == EnforcementStatus.Banned)")]
    public Task NotSentOrServed_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<RejectedFilterAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("public class Row { public EnforcementStatus Status; }")]
    [InlineData("public class Row { public EnforcementStatus Status { get; set; } }")]
    [InlineData("public sealed class Row { public required EnforcementStatus Status { get; init; } }")]
    [InlineData("public record struct Row(EnforcementStatus Status);")]
    [InlineData(
        "public interface IRow { EnforcementStatus Status { get; } } public class Row : IRow { public EnforcementStatus Status { get; set; } }"
    )]
    [InlineData(
        "public abstract class Base { public abstract EnforcementStatus Status { get; set; } } public class Row : Base { public sealed override EnforcementStatus Status { get; set; } }"
    )]
    public Task MemberWithoutCodeOfItsOwn_Triggers(string row) =>
        Verify.AnalyzerAsync<RejectedFilterAnalyzer>(
            $"var q = {Old}.Select(p => new Row {{ Status = p.EnforcementStatus }}).Where(r => r.[|Status|] == EnforcementStatus.Banned);",
            row
        );

    [Theory]
    [InlineData("public class Row { public EnforcementStatus Status { get; set => field = value; } }")]
    [InlineData("public class Row { public EnforcementStatus Status { get => field; init; } }")]
    [InlineData(
        "public class Row { private EnforcementStatus status; public EnforcementStatus Status { get { return status; } set { status = value; } } }"
    )]
    [InlineData("public class Row { public virtual EnforcementStatus Status { get; set; } }")]
    [InlineData(
        "public class Base { public virtual EnforcementStatus Status { get; set; } } public sealed class Row : Base { public override EnforcementStatus Status { get; set; } }"
    )]
    [InlineData(
        "public partial class Row { public partial EnforcementStatus Status { get; set; } } public partial class Row { public partial EnforcementStatus Status { get => field; set => field = value; } }"
    )]
    public Task MemberWithCodeOfItsOwn_DoesNotTrigger(string row) =>
        Verify.AnalyzerAsync<RejectedFilterAnalyzer>(
            $"var q = {Old}.Select(p => new Row {{ Status = p.EnforcementStatus }}).Where(r => r.Status == EnforcementStatus.Banned);",
            row
        );
}
