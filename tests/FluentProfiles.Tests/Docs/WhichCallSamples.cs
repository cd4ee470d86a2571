namespace FluentProfiles.Tests.Docs;

/// <summary>The C# of docs/which-call.md.</summary>
public sealed class WhichCallSamples
{
    [Fact]
    public async Task References_AreReadOnce()
    {
        await using var service = await TestService.StartAsync(250);
        var client = service.Client;

        #region which-ids
        var ids = await client
            .Query()
            .Where(p => p.ExternalUserDetails.ReferenceId != null)
            .Select(p => new { p.ExternalUserDetails.ReferenceId, p.Id })
            .ToListAsync();
        #endregion

        Assert.Equal(250, ids.Count);
        Assert.Contains(new { ReferenceId = (string?)"user-7", Id = TestProfiles.IdOf(7) }, ids);
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task OneRead_AnswersSeveralQuestions()
    {
        await using var service = await TestService.StartAsync(250);
        var client = service.Client;

        #region which-once
        var plans = await client.Query().Select(p => p.Metadata["plan"]).ToListAsync();

        var teams = plans.Count(plan => plan == "team");
        var trials = plans.Count(plan => plan == "trial");
        #endregion

        Assert.Equal((250, 0, 0), (plans.Count, teams, trials));
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task Statuses_AreFilteredByTheService()
    {
        await using var service = await TestService.StartAsync(150);
        var client = service.Client;

        #region which-statuses
        EnforcementStatus[] stopped = [EnforcementStatus.Restricted, EnforcementStatus.Banned];

        var statuses = await client
            .Query()
            .Where(p => stopped.Contains(p.EnforcementStatus))
            .ToDictionaryAsync(p => p.Id, p => p.EnforcementStatus);
        #endregion

        Assert.Equal(75, statuses.Count);
        Assert.Single(service.Requests);
    }
}
