namespace FluentProfiles.Tests.Properties.Regressions;

public sealed class FieldsRegressionTests
{
    [Fact]
    public void MemberBehindIndexer_IsReadWithTheMap()
    {
        var query = ProfileQuery.FromItems([]).Where(p => p.TrustGrants["cyber"]!.Status == TrustGrantStatus.Active);

        Assert.Equal(["id", "trust_grants"], query.Select(p => p.Id).Explain().Fields);
    }

    [Fact]
    public async Task ConditionOnMemberBehindIndexer_Counts()
    {
        UserProfile granted = new()
        {
            Id = TestProfiles.IdOf(1),
            TrustGrants = new() { ["cyber"] = new() { Status = TrustGrantStatus.Active } },
        };
        await using var service = await TestService.StartAsync([granted]);

        var count = await service
            .Query()
            .WithBeta(AnthropicBeta.UserProfiles2026_09_04)
            .CountAsync(p => p.TrustGrants["cyber"]!.Status == TrustGrantStatus.Active);

        Assert.Equal(1, count);
    }
}
