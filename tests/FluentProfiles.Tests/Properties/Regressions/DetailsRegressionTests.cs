namespace FluentProfiles.Tests.Properties.Regressions;

public sealed class DetailsRegressionTests
{
    [Fact]
    public async Task TakeOfLessThanAPage_ReadsNoOtherProfileAgain()
    {
        await using var service = await TestService.StartAsync(9);
        var query = service.Query().WithPageSize(5).WithDetails(4).Take(2);

        await query.ToListAsync();

        Assert.Equal(
            [
                $"GET /v1/user_profiles/{TestProfiles.IdOf(7)}",
                $"GET /v1/user_profiles/{TestProfiles.IdOf(8)}",
                "GET /v1/user_profiles?limit=5",
            ],
            service.Requests.Order(StringComparer.Ordinal)
        );
        // One of the two may be gone by the time it is read again, and another take its place: there is no bound.
        Assert.Null(query.Explain().MaxRequests);
    }

    [Fact]
    public async Task TakeBeforeIt_IsNotSpentByWhatNoPageHasTaken()
    {
        await using var service = await TestService.StartAsync(9);
        var query = service.Query().WhereOnClient(p => p.Name != "x").Take(3).WithDetails(4);

        var first = await query.ToPageAsync(2);
        var second = await query.ToPageAsync(2, first.ResumeToken);

        Assert.Equal(TestProfiles.Newest(9, 3), first.Items.Concat(second.Items).Select(profile => profile.Id));
    }

    [Fact]
    public async Task ProfileGoneMeanwhile_IsReplacedByAnother()
    {
        await using var service = await TestService.StartAsync(9);
        service.Emulator.Intercept = request =>
        {
            if (request.PathAndQuery.EndsWith(TestProfiles.IdOf(8), StringComparison.Ordinal))
                service.Emulator.Remove(TestProfiles.IdOf(8));
            return null;
        };

        var found = await service.Query().WithDetails().Take(2).ToListAsync();

        Assert.Equal(TestProfiles.Ids([7, 6]), found.Select(profile => profile.Id));
    }
}
