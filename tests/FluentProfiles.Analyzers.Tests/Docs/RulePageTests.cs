namespace FluentProfiles.Analyzers.Tests.Docs;

/// <summary>The code on a rule's page compiles, and the rule says of it what the page does.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Rules => [.. AllRules.Descriptors.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task BadCode_ReportsTheRuleAlone(string id)
    {
        var found = await PageCode.DiagnoseAsync(RulePage.Of(id).Bad!);

        Assert.Contains(id, found.Select(diagnostic => diagnostic.Id));
        Assert.All(PageCode.Warnings(found), diagnostic => Assert.Equal(id, diagnostic.Id));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task GoodCode_IsClean(string id)
    {
        if (RulePage.Of(id).Good is not { } code)
            return;
        var found = await PageCode.DiagnoseAsync(code);

        Assert.DoesNotContain(id, found.Select(diagnostic => diagnostic.Id));
        Assert.Empty(PageCode.Warnings(found));
    }
}
