using FluentProfiles.Tests.Properties.Items;

namespace FluentProfiles.Tests.Properties.Regressions;

public sealed class SelectRegressionTests
{
    [Fact]
    public async Task Initialiser_IsFilledForEachProfile()
    {
        await using var service = await TestService.StartAsync(2);

        var slims = await service
            .Query()
            .Select(p => new Slim { Label = p.Name, Country = p.ExternalUserDetails.Country })
            .ToListAsync();

        Assert.Equal([("B0001", "DE"), (null, "US")], slims.Select(slim => (slim.Label, slim.Country)));
    }

    [Fact]
    public async Task CollectionInitialiser_IsFilledForEachProfile()
    {
        await using var service = await TestService.StartAsync(2);

        var lists = await service.Query().Select(p => new List<string> { p.Id, "x" }).ToListAsync();

        Assert.Equal([TestProfiles.IdOf(1), "x"], lists[0]);
        Assert.Equal([TestProfiles.IdOf(0), "x"], lists[1]);
    }

    [Fact]
    public async Task DefaultInPlaceOfNull_IsWhatFollowsSees()
    {
        await using var service = await TestService.StartAsync(6);

        var lengths = await service.Query().Select(p => p.Name!.Length).Where(length => length == 0).ToListAsync();
        var statuses = await service
            .Query()
            .Select(p => new { p.Id, p.Programs.Cyber!.Status })
            .Where(item => item.Status == default(ProgramStatus))
            .CountAsync();

        Assert.Equal([0, 0], lengths);
        Assert.Equal(6, statuses);
    }

    [Fact]
    public async Task MembersThatAreNeverNull_AreSeenThrough()
    {
        await using var service = await TestService.StartAsync(3);

        var plan = service
            .Query()
            .Select(p => new
            {
                p.CreatedAt,
                p.Metadata.Count,
                p.ExternalUserDetails.AccountStatus,
                Unknown = p.AdditionalProperties.Count,
            })
            .OrderBy(item => item.CreatedAt)
            .Explain();

        Assert.Equal("created_at", plan.OrderBy);
    }
}
