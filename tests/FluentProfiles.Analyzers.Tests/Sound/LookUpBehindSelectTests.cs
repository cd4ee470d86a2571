namespace FluentProfiles.Analyzers.Tests.Sound;

/// <summary>Profiles that a query names by id are looked up, wherever the condition stands and however it is written: no rule about
/// listings applies to them.</summary>
public sealed class LookUpBehindSelectTests
{
    [Theory]
    [InlineData("from p in client.Query() let n = p.Name where p.Id == text orderby p.UpdatedAt select n")]
    [InlineData("from p in client.Query() let i = p.Id let n = p.Name where i == text orderby p.UpdatedAt select n")]
    [InlineData(
        "from p in client.Query() let d = p.ExternalUserDetails where texts.Contains(p.Id) orderby d.Country select p"
    )]
    [InlineData(
        "client.Query().Select(p => new { p.Id, p.UpdatedAt }).Where(a => a.Id == text).OrderBy(a => a.UpdatedAt)"
    )]
    [InlineData(
        "client.Query().Select(p => new { Key = p.Id, p.UpdatedAt }).Where(a => texts.Contains(a.Key)).OrderBy(a => a.UpdatedAt)"
    )]
    [InlineData(
        "client.Query().Select(p => new { Inner = new { p.Id }, p.UpdatedAt }).Where(a => a.Inner.Id == text).OrderBy(a => a.UpdatedAt)"
    )]
    [InlineData("client.Query().Select(p => p.Id).Where(id => id == text).OrderBy(id => id.Length)")]
    [InlineData("client.Query().Select(p => new Row { Key = p.Id }).Where(r => r.Key == text).OrderBy(r => r.Key)")]
    [InlineData(
        "client.Query().Select(p => Tuple.Create(p.Id, p.UpdatedAt)).Where(t => t.Item1 == text).OrderBy(t => t.Item2)"
    )]
    [InlineData(
        "client.Query().Select(p => new ValueTuple<string, DateTimeOffset>(p.Id, p.UpdatedAt)).Where(t => t.Item1 == text).OrderBy(t => t.Item2)"
    )]
    [InlineData("client.Query().OrderBy(p => p.UpdatedAt).Where(p => p.Id == text)")]
    [InlineData("client.Query().Where(p => !(p.Id != text)).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => !(p.Id != text || p.Name == null)).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => string.Equals(p.Id, text)).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => string.CompareOrdinal(p.Id, text) == 0).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => Array.IndexOf(texts, p.Id) >= 0).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => texts.Any(t => t == p.Id)).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => p.Id == text || flag).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => flag ? p.Id == text : texts.Contains(p.Id)).OrderBy(p => p.UpdatedAt)")]
    [InlineData(
        "client.Query().Where(p => p.Id == text || texts.Contains(p.Id) && p.Name != null).OrderBy(p => p.UpdatedAt)"
    )]
    [InlineData("client.Query().Where(p => texts.Contains(p.Id, StringComparer.Ordinal)).OrderBy(p => p.UpdatedAt)")]
    public Task SortedByAnotherKey_IsNotReported(string query) =>
        Unreported.AssertAsync($"var all = await ({query}).ToListAsync();", Row);

    [Theory]
    [InlineData(
        "System.Linq.Expressions.Expression<Func<UserProfile, bool>> named = p => p.Id == text; var q = client.Query().Where(named).OrderBy(p => p.UpdatedAt);"
    )]
    [InlineData(
        "System.Linq.Expressions.Expression<Func<UserProfile, Row>> rows = p => new Row { Key = p.Name }; var q = client.Query().Select(rows).OrderBy(r => r.Key);"
    )]
    [InlineData("var q = client.Query().OrderBy(p => flag ? p.Name : text);")]
    [InlineData("var q = client.Query().OrderBy(p => flag ? (object?)p.Name : p.CreatedAt);")]
    [InlineData("var q = client.Query().Select(p => flag ? p.Name : p.Id).OrderBy(n => n);")]
    [InlineData("var q = client.Query().Select(p => Tuple.Create(p.Name, p.Id)).OrderBy(t => t.Item1);")]
    [InlineData("var q = from p in client.Query() let n = p.Name where p.Id == text select p.Programs.Efs;")]
    [InlineData(
        "foreach (var t in texts) await client.Query().Select(p => new { p.Id, p.Name }).Where(a => a.Id == t).ToListAsync();"
    )]
    [InlineData("var g = from p in client.Query() let n = p.Name where p.Id == text group n by p.AccessType;")]
    [InlineData(
        "var q = client.Query().WithBeta(\"user-profiles-2026-08-18\").Select(p => new { p.Id, p.EnforcementStatus }).Where(a => a.Id == text).OrderBy(a => a.Id);"
    )]
    public async Task QueryThatMayRun_HasNoError(string statements) =>
        Assert.DoesNotContain(
            await Diagnoses.OfAsync(statements, Row),
            one => one.Severity == DiagnosticSeverity.Error || one.Id is "FP0204" or "FP0207" or "FP0305"
        );

    [Theory]
    [InlineData("client.Query().Where(p => p.Id.Contains(\"1\")).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => p.Id == p.Metadata[\"id\"]).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => p.Id != text).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Where(p => p.Id == text || p.Name == text).OrderBy(p => p.UpdatedAt)")]
    [InlineData(
        "client.Query().Where(p => texts.Contains(p.Id, StringComparer.OrdinalIgnoreCase)).OrderBy(p => p.UpdatedAt)"
    )]
    [InlineData("client.Query().Where(p => text.Contains(p.Id)).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().Skip(1).Where(p => p.Id == text).OrderBy(p => p.UpdatedAt)")]
    [InlineData("from p in client.Query() let n = p.Name!.Trim() where p.Id == text orderby p.UpdatedAt select n")]
    [InlineData(
        "client.Query().Select(p => new { Id = p.Name, p.UpdatedAt }).Where(a => a.Id == text).OrderBy(a => a.UpdatedAt)"
    )]
    public async Task ListingSortedByAnotherKey_IsAnError(string query) =>
        Assert.Single(await Diagnoses.OfAsync($"var q = {query};"), one => one.Id == "FP0201");

    private const string Row = "public sealed class Row { public string? Key { get; set; } }";
}
