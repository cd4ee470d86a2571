namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>A captured query of a database is read once a run, not once a profile.</summary>
public sealed class QueryableTests
{
    [Fact]
    public async Task Contains_ReadsTheDatabaseOnce()
    {
        await using var service = await TestService.StartAsync(20);
        var stored = new StoredIds(TestProfiles.Ids([7, 3]));
        IQueryable<string> ids = stored;

        var query = service.Query().Where(p => ids.Contains(p.Id)).Select(p => p.Id);

        Assert.Equal(TestProfiles.Ids([7, 3]), await query.ToListAsync());
        Assert.Equal(1, stored.Readings);
        Assert.Equal(2, service.Requests.Count);
        _ = query.Explain().ToString();
        Assert.Equal(1, stored.Readings);
        Assert.Equal(2, await query.CountAsync());
        Assert.Equal(2, stored.Readings);
    }

    [Fact]
    public async Task OtherValue_IsLookedUpInWhatWasRead()
    {
        var stored = new StoredIds("a0002", "a0004");
        IQueryable<string> names = stored;
        var query = ProfileQuery.FromItems(TestProfiles.Many(20));

        Assert.Equal(2, await query.CountAsync(p => names.Contains(p.Name) && p.Id != "x"));
        Assert.Equal(18, await query.CountAsync(p => !names.Contains(p.Name) || names.Contains(p.Id)));
        Assert.Equal(2, stored.Readings);
    }
}
