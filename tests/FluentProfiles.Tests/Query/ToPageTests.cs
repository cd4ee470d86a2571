namespace FluentProfiles.Tests.Query;

public sealed class ToPageTests
{
    private static readonly Dictionary<
        string,
        (
            Func<ProfileQuery<UserProfile>, ProfileQuery<string>> Query,
            Func<IEnumerable<UserProfile>, IEnumerable<UserProfile>> Items
        )
    > Cases = new()
    {
        ["everything"] = (q => q.Select(p => p.Id), q => q),
        ["filter on the client"] = (
            q => q.Where(p => p.Metadata["plan"] == "pro").Select(p => p.Id),
            q => q.Where(p => p.Metadata["plan"] == "pro")
        ),
        ["filter of the service"] = (
            q => q.Where(p => p.EnforcementStatus == "banned").Select(p => p.Id),
            q => q.Where(p => p.EnforcementStatus == "banned")
        ),
        ["behind a Select"] = (
            q => q.Select(p => p.Id + "").WhereOnClient(id => id[^1] != '3'),
            q => q.Where(p => p.Id[^1] != '3')
        ),
        ["own page size"] = (q => q.WithPageSize(25).Select(p => p.Id), q => q),
        ["Skip"] = (q => q.Skip(5).Select(p => p.Id), q => q.Skip(5)),
        ["Take"] = (q => q.Take(60).Select(p => p.Id), q => q.Take(60)),
        ["Skip Take of a filter"] = (
            q => q.WhereOnClient(p => p.Name is not null).Skip(7).Take(60).Select(p => p.Id),
            q => q.Where(p => p.Name is not null).Skip(7).Take(60)
        ),
        ["held back"] = (q => q.Take(60).Reverse().Select(p => p.Id), q => q.Take(60).Reverse()),
    };

    public static TheoryData<string, int, int> Walks
    {
        get
        {
            TheoryData<string, int, int> walks = [];
            foreach (var name in Cases.Keys)
            {
                foreach (var (count, size) in new[] { (0, 10), (1, 10), (100, 10), (101, 7), (130, 100), (130, 33) })
                    walks.Add(name, count, size);
            }
            return walks;
        }
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task Walk_GivesEverythingOnceInFullPages(string name, int count, int size)
    {
        var (query, items) = Cases[name];
        await using var service = await TestService.StartAsync(count);
        var expected = items(TestProfiles.Listed(count)).Select(p => p.Id).ToList();
        List<string> ids = [];
        string? token = null;

        do
        {
            var page = await query(service.Query()).ToPageAsync(size, token);
            ids.AddRange(page.Items);
            token = page.ResumeToken;
            if (token is not null)
                Assert.Equal(size, page.Items.Count);
            Assert.InRange(ids.Count, 0, expected.Count);
        } while (token is not null);

        Assert.Equal(expected, ids);
    }

    [Fact]
    public async Task SizeThatChanges_IsKept()
    {
        await using var service = await TestService.StartAsync(90);
        var query = service.Query().Select(p => p.Id);
        List<string> ids = [];
        string? token = null;

        foreach (var size in new[] { 25, 10, 10, 40, 5 })
        {
            var page = await query.ToPageAsync(size, token);
            Assert.Equal(size, page.Items.Count);
            ids.AddRange(page.Items);
            token = page.ResumeToken;
        }

        Assert.Equal(TestProfiles.Newest(90, 90), ids);
        Assert.Null(token);
    }

    [Fact]
    public async Task FirstPage_SendsOneRequestOfItsSize()
    {
        await using var service = await TestService.StartAsync(90);

        var page = await service.Query().ToPageAsync(25);

        Assert.Equal(TestProfiles.Newest(90, 25), page.Items.Select(p => p.Id));
        Assert.Equal(["GET /v1/user_profiles?limit=25"], service.Requests);
        Assert.NotNull(page.NextPage);
        Assert.StartsWith("req_", page.RequestId);
    }

    [Fact]
    public async Task Token_CanStandInAnAddress()
    {
        await using var service = await TestService.StartAsync(90);

        var token = (await service.Query().Where(p => p.Name != null).ToPageAsync(3)).ResumeToken!;

        Assert.Equal(token, Uri.EscapeDataString(token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task SizeBelowOne_Throws(int size) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await ProfileQuery.FromItems([]).ToPageAsync(size)
        );
}
