namespace FluentProfiles.Analyzers.Tests.Forms;

/// <summary>A rule on what a lambda says reports it wherever the lambda may stand.</summary>
public sealed class LambdaFormTests
{
    private static readonly (string Id, string Setting, string Condition)[] Rules =
    [
        ("FP0107", ".WithBeta(AnthropicBeta.UserProfiles2026_09_04)", "p.ExternalId == text"),
        ("FP0108", ".WithBeta(\"user-profiles-2026-08-18\")", "p.EnforcementStatus == EnforcementStatus.Banned"),
        ("FP0109", "", "p.ExternalId == text"),
        ("FP0203", "", "p.Metadata[\"plan\"] == text"),
        ("FP0204", "", "p.Programs.Efs != null"),
        ("FP0205", "", "p.Id == \"42\""),
        ("FP0205", ".Where(p => p.Name == \"a\")", "p.Name == \"b\""),
        ("FP0208", "", "p.EnforcementStatus != EnforcementStatus.Banned"),
    ];

    private static readonly string[] Forms =
    [
        "var q = client.Query(){0}.Where(p => {1});",
        "var q = Profiles.Query(){0}.Where(predicate: p => {1});",
        "var q = client.Query(){0}.Where(p => p.CreatedAt > DateTimeOffset.UnixEpoch && {1});",
        "var q = from p in client.Query(){0} where {1} select p.Id;",
        "var q = from p in client.Query(){0} where p.CreatedAt > DateTimeOffset.UnixEpoch where {1} select p;",
        "await client.Query(){0}.AnyAsync(p => {1});",
        "await client.Query(){0}.CountAsync(p => {1}, default);",
        "var found = await client.Query(){0}.FirstOrDefaultAsync(predicate: p => {1});",
        "var q = client.Query(){0}; q = q.Where(p => {1}); await q.ToListAsync();",
        "var a = client.Query(){0}; var b = a.Where(p => {1}); var c = b.Take(5);",
        "await foreach (var one in client.Query(){0}.Where(p => {1})) Console.WriteLine(one.Id);",
        "Func<Task> run = async () => await client.Query(){0}.Where(p => {1}).ToListAsync();",
        "async Task Local() => await client.Query(){0}.Where(p => {1}).ToListAsync(); await Local();",
        "try { await client.Query(){0}.Where(p => {1}).ToListAsync(); } finally { }",
        "var list = flag ? await client.Query(){0}.Where(p => {1}).ToListAsync() : [];",
    ];

    public static TheoryData<int, int> Cases => RulesByForms.Of(Rules.Length, Forms.Length);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task AnyForm_TriggersOnce(int rule, int form)
    {
        var (id, setting, condition) = Rules[rule];
        var statements = Forms[form]
            .Replace("{0}", setting, StringComparison.Ordinal)
            .Replace("{1}", condition, StringComparison.Ordinal);

        Assert.Single(await Diagnoses.OfAsync(statements), diagnostic => diagnostic.Id == id);
    }
}
