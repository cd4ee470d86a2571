namespace FluentProfiles.AddedFields.Tests;

/// <summary>Bounds on a time marked as sortable end a scan in its order, as bounds on the time of creation do.</summary>
public sealed class AddedTimeTests
{
    private static readonly DateTimeOffset Bound = AddedService.SeenAt(12);

    [Fact]
    public async Task LowerBoundInTheOrderOfTheTime_EndsTheScan()
    {
        var profiles = AddedService.Profiles(60);
        await using var service = await AddedService.StartAsync(profiles);

        var ids = await Newest(service).Where(p => p.SeenAt >= Bound).Select(p => p.Id).ToListAsync();

        Assert.Equal(profiles.Take(13).Select(p => p.Id), ids);
        Assert.Equal(
            [
                "/v1/user_profiles?limit=10&order=desc&order_by=seen_at",
                "/v1/user_profiles?limit=10&order=desc&order_by=seen_at&page=…",
            ],
            service.Requests
        );
    }

    [Fact]
    public async Task Age_EndsTheScan()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(60));
        var now = AddedService.SeenAt(0);

        var ages = await Newest(service)
            .Where(p => now - p.SeenAt < TimeSpan.FromHours(5))
            .Select(p => now - p.SeenAt)
            .ToListAsync();

        Assert.Equal([0, 1, 2, 3, 4], ages.Select(age => age.TotalHours));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task CountOfABound_ReadsInTheOrderOfTheTime()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(250));

        Assert.Equal(13, await service.Query().CountAsync(p => p.SeenAt >= Bound));
        Assert.Equal(13, await service.Query().CountAsync(p => p.SeenAt <= AddedService.SeenAt(237)));
        Assert.Equal(
            [
                "/v1/user_profiles?limit=100&order=desc&order_by=seen_at",
                "/v1/user_profiles?limit=100&order=asc&order_by=seen_at",
            ],
            service.Requests
        );
    }

    [Fact]
    public async Task BoundsOnTwoTimes_AreBothChecked()
    {
        var profiles = AddedService.Profiles(60);
        await using var service = await AddedService.StartAsync(profiles);
        var created = profiles[5].CreatedAt;

        var query = Newest(service).Where(p => p.SeenAt >= Bound && p.CreatedAt > created);

        Assert.Equal(profiles.Skip(6).Take(7).Select(p => p.Id), await query.Select(p => p.Id).ToListAsync());
        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task EitherOfTwoTimes_StaysOnTheClient()
    {
        var profiles = AddedService.Profiles(60);
        await using var service = await AddedService.StartAsync(profiles);
        var created = profiles[50].CreatedAt;

        var count = await service.Query().CountAsync(p => p.SeenAt >= Bound || p.CreatedAt > created);

        Assert.Equal(13 + 9, count);
        Assert.Equal(["/v1/user_profiles?limit=100"], service.Requests);
    }

    [Fact]
    public void Plan_SaysWhatEndsTheScan()
    {
        var query = ProfileQuery.FromItems([]).Where(p => p.SeenAt >= Bound);

        Assert.Equal("seen_at < 2026-01-10T12:00:00Z", query.OrderByDescending(p => p.SeenAt).Explain().StopsWhen);
        var other = query.OrderByDescending(p => p.CreatedAt).Explain();
        Assert.Null(other.StopsWhen);
        Assert.Equal(
            ["Where(p => p.SeenAt >= 2026-01-10T12:00:00Z): the service cannot filter on this, so every page is read"],
            other.OnClient
        );
    }

    [Fact]
    public async Task TokenOfOtherBounds_IsRefused()
    {
        await using var service = await AddedService.StartAsync(AddedService.Profiles(60));
        var token = (await Newest(service).Where(p => p.SeenAt >= Bound).ToPageAsync(5)).ResumeToken;

        await Assert.ThrowsAsync<ArgumentException>(() =>
            Newest(service).Where(p => p.SeenAt > Bound).ToPageAsync(5, token).AsTask()
        );
        Assert.Equal(5, (await Newest(service).Where(p => p.SeenAt >= Bound).ToPageAsync(5, token)).Items.Count);
    }

    private static ProfileQuery<UserProfile> Newest(AddedService service) =>
        service.Query().OrderByDescending(p => p.SeenAt).WithPageSize(10);
}
