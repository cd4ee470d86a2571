namespace FluentProfiles.Analyzers.Tests.Meaning;

public sealed class UnsupportedExpressionAnalyzerTests
{
    [Theory]
    [InlineData("client.Query().Select(p => p.Name!.Trim()).Where(n => n != \"\").[|OrderBy()|]")]
    [InlineData("client.Query().Select(p => p.Name!.Trim()).Where(n => n != \"\").[|WithDetails()|]")]
    [InlineData("given.Select(p => p.Name).WhereOnClient(n => n != null).[|OrderByDescending()|]")]
    public Task BehindSelect_Triggers(string query) =>
        Verify.AnalyzerAsync<UnsupportedExpressionAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("client.Query().Take(2).[|OrderBy(p => p.EnforcementStatus)|]")]
    [InlineData("client.Query().Take(2).Where(p => p.Name != null).[|OrderByDescending(p => p.Programs)|].Skip(1)")]
    [InlineData("client.Query().Take(2).Select(p => p.Metadata).[|OrderBy(m => m)|]")]
    [InlineData("client.Query().Skip(1).Take(2).[|OrderBy(p => p.EnforcementActions)|].OrderBy(p => p.Name)")]
    [InlineData("from p in client.Query().Take(2) orderby [|p.AccessType|] select p.Id")]
    [InlineData("ProfileQuery.FromItems([]).Take(2).[|OrderBy(p => new { p.Name })|]")]
    [InlineData("client.Query().Where(p => p.Id == text).[|OrderBy(p => p.Programs)|]")]
    [InlineData("client.Query().[|OrderBy(p => p.AccessType)|].Where(p => texts.Contains(p.Id)).Select(p => p.Id)")]
    [InlineData("client.Query().[|MaxAsync(p => p.Programs)|]")]
    [InlineData("client.Query().Select(p => p.Programs).[|MinAsync()|]")]
    [InlineData("client.Query().[|MinByAsync(keySelector: p => p.EnforcementStatus)|]")]
    [InlineData(
        "client.Query().Select(p => new { N = p.Name!.Trim() }).Where(x => x.N != text).[|MaxByAsync(x => x)|]"
    )]
    [InlineData("client.Query().FromPage(text).[|Reverse()|]")]
    [InlineData("client.Query().Skip(1).Where(p => p.Name != null).[|Reverse()|].WithPageSize(5).FromPage(text)")]
    [InlineData("client.Query().FromPage(text).OrderBy().Select(p => p.Name!.Trim()).[|Reverse()|]")]
    public Task WhatThePlannerSurelyRejects_Triggers(string query) =>
        Verify.AnalyzerAsync<UnsupportedExpressionAnalyzer>($"var q = {query};");

    [Theory]
    [InlineData("client.Query().OrderBy(p => p.EnforcementStatus)")]
    [InlineData("client.Query().Take(2).OrderBy(p => p.Name)")]
    [InlineData("client.Query().Take(2).OrderBy(p => (object)p.Name!)")]
    [InlineData("client.Query().Take(2).OrderBy(p => Tuple.Create(p.Name, p.Id))")]
    [InlineData("client.Query().Take(2).OrderBy(p => p.ExternalUserDetails.OnboardedAt)")]
    [InlineData("client.Query().Take(2).Skip(1).OrderBy(p => p.EnforcementStatus).ToHashSetAsync()")]
    [InlineData("given.Take(2).OrderBy(p => p.EnforcementStatus)")]
    [InlineData("client.Query().Where(p => p.Id == text).OrderBy(p => p.Programs).OrderBy(p => p.Name)")]
    [InlineData("client.Query().Where(p => flag && p.Id == text).OrderBy(p => p.Programs).CountAsync()")]
    [InlineData("client.Query().Where(p => p.Id == text).OrderBy(p => p.UpdatedAt)")]
    [InlineData("client.Query().MaxAsync(p => p.Name)")]
    [InlineData("client.Query().MaxByAsync(p => p.Programs, new Any())")]
    [InlineData("client.Query().Select(p => p.Programs).MaxAsync(new Any())")]
    [InlineData("client.Query().FromPage(text).MaxAsync(p => p.Programs)")]
    [InlineData("client.Query().FromPage(text).OrderBy(p => p.Name).Reverse()")]
    [InlineData("client.Query().FromPage(text).Take(5).Reverse()")]
    [InlineData("client.Query().FromPage(text).ResumeFrom(text).Reverse()")]
    [InlineData("client.Query().FromPage(text).Where(p => p.Id == text)")]
    [InlineData("given.FromPage(text).Reverse()")]
    public Task WhatMayRun_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<UnsupportedExpressionAnalyzer>(
            $"var q = {query};",
            "private sealed class Any : IComparer<Programs> { public int Compare(Programs? a, Programs? b) => 0; }"
        );

    [Theory]
    [InlineData("Console.WriteLine(QUERY);")]
    [InlineData("Console.WriteLine(QUERY.ToString());")]
    [InlineData("var q = QUERY; Console.WriteLine($\"{q}\");")]
    [InlineData("object any = QUERY;")]
    [InlineData(
        "var q = client.Query().Select(p => p.Id); if (flag) q = QUERY; Console.WriteLine(q.Take(5).ToString());"
    )]
    public Task QueryThatMayOnlyBeShown_DoesNotTrigger(string statements) =>
        Verify.AnalyzerAsync<UnsupportedExpressionAnalyzer>(
            statements.Replace("QUERY", "client.Query().Select(p => p.Name!.Trim()).Where(n => n != \"\").OrderBy()")
        );

    [Theory]
    [InlineData("await (flag ? QUERY : client.Query().Select(p => p.Id)).ToListAsync();")]
    [InlineData("var q = QUERY; if (flag) q = q.Take(5); await q.ToListAsync();")]
    [InlineData("var q = QUERY; await q.CountAsync(); await q.ToListAsync();")]
    [InlineData(
        "var q = client.Query().Select(p => p.Id); if (flag) q = QUERY; Console.WriteLine(q); await q.AnyAsync();"
    )]
    public Task QueryThatRunsInABranchOrTwice_Triggers(string statements) =>
        Verify.AnalyzerAsync<UnsupportedExpressionAnalyzer>(
            statements.Replace(
                "QUERY",
                "client.Query().Select(p => p.Name!.Trim()).Where(n => n != \"\").[|OrderBy()|]"
            )
        );

    [Theory]
    [InlineData("client.Query().OrderBy().Select(p => p.Name!.Trim())")]
    [InlineData("client.Query().Select(p => p.Name).Where(n => n != null).OrderBy()")]
    [InlineData("client.Query().Select(p => p.Name!.Trim()).OrderBy()")]
    [InlineData("client.Query().WhereOnClient(p => p.Name != null).OrderBy().WithDetails()")]
    [InlineData("client.Query().Select(p => p.Programs.Cyber!.Status).Where(s => s == ProgramStatus.Active).OrderBy()")]
    [InlineData("from p in client.Query() let n = p.Name where n != null orderby p.CreatedAt select n.Length")]
    public Task BeforeOrSeenThrough_DoesNotTrigger(string query) =>
        Verify.AnalyzerAsync<UnsupportedExpressionAnalyzer>($"var q = {query};");
}
