namespace FluentProfiles.Tests.Query;

public sealed class QuerySyntaxTests
{
    private const string BannedByName =
        "GET /v1/user_profiles?limit=100&order=asc&order_by=name&enforcement_status%5B%5D=banned";

    [Fact]
    public async Task WhereOrderBySelect_IsPlanned()
    {
        await using var service = await TestService.StartAsync(40);

        var query =
            from p in service.Query()
            where p.EnforcementStatus == EnforcementStatus.Banned
            where p.Name != null
            orderby p.Name
            select p.Name;

        Assert.Equal(
            ["B0003", "B0007", "B0011", "B0019", "B0023", "B0027", "B0031", "B0039"],
            await query.ToListAsync()
        );
        Assert.Equal([BannedByName], service.Requests);
    }

    [Fact]
    public async Task Let_IsSeenThrough()
    {
        await using var service = await TestService.StartAsync(40);

        var query =
            from p in service.Query()
            let status = p.EnforcementStatus
            let name = p.Name
            where status == EnforcementStatus.Banned && name != null
            orderby name
            select new { p.Id, name };

        var items = await query.Take(1).ToListAsync();

        Assert.Equal([new { Id = TestProfiles.IdOf(3), name = "B0003" }], items);
        Assert.Equal([BannedByName], service.Requests);
    }

    [Fact]
    public async Task LetOfSomethingComputed_RunsOnTheClient()
    {
        await using var service = await TestService.StartAsync(40);

        var query =
            from p in service.Query()
            let upper = p.Name!.ToUpperInvariant()
            where upper.StartsWith("B000")
            select upper;

        Assert.Equal(["B0009", "B0007", "B0003", "B0001"], await query.ToListAsync());
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
    }

    [Fact]
    public async Task OrderByDescending_IsPlanned()
    {
        await using var service = await TestService.StartAsync(4);

        var query = from p in service.Query() orderby p.CreatedAt descending select p;

        Assert.Equal(TestProfiles.Newest(4, 4), (await query.ToListAsync()).Select(p => p.Id));
        Assert.Equal(["GET /v1/user_profiles?limit=100&order=desc&order_by=created_at"], service.Requests);
    }
}
