namespace FluentProfiles.Tests.Query;

public sealed class FromPageTests
{
    [Fact]
    public async Task RawCursor_GivesThePagesFromThere()
    {
        await using var service = await TestService.StartAsync(50);
        var query = service.Query().WithPageSize(20);
        await using var pages = query.AsPages().GetAsyncEnumerator();
        await pages.MoveNextAsync();
        service.Emulator.ClearRequests();

        var ids = await query.FromPage(pages.Current.NextPage!).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Newest(50, 50).Skip(20), ids);
        Assert.Equal(
            ["GET /v1/user_profiles?limit=20&page=…", "GET /v1/user_profiles?limit=20&page=…"],
            service.Requests
        );
    }

    [Fact]
    public void NoCursor_Throws()
    {
        Assert.Throws<ArgumentException>(() => ProfileQuery.FromItems([]).FromPage(""));
        Assert.Throws<ArgumentNullException>(() => ProfileQuery.FromItems([]).FromPage(null!));
    }
}
