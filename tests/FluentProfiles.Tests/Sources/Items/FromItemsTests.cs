namespace FluentProfiles.Tests.Sources.Items;

/// <summary>Objects in memory answer a query as the service does.</summary>
public sealed class FromItemsTests
{
    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>> Cases = new()
    {
        ["everything"] = query => query,
        ["status"] = query => query.Where(p => p.EnforcementStatus == "banned"),
        ["no status"] = query => query.Where(p => p.EnforcementStatus == "banned" && p.EnforcementStatus == "pending"),
        ["client filter"] = query => query.Where(p => !p.Name!.StartsWith("B")),
        ["any code"] = query => query.WhereOnClient(p => p.Metadata.Count == 0),
        ["oldest first"] = query => query.OrderBy(),
        ["reverse"] = query => query.Reverse(),
        ["names"] = query => query.Where(p => p.Name != null).OrderByDescending(p => p.Name),
        ["names reversed"] = query => query.Where(p => p.Name != null).OrderBy(p => p.Name).Reverse(),
        ["window"] = query => query.Skip(95).Take(30),
        ["window of matches"] = query => query.Where(p => p.Metadata["plan"] == "pro").Skip(5).Take(30),
        ["sorted window"] = query => query.Take(30).OrderBy(p => p.UpdatedAt),
        ["page size"] = query => query.WithPageSize(7),
        ["details"] = query => query.Take(9).WithDetails(),
        ["nothing"] = query => query.Take(0),
    };

    public static TheoryData<string, int> Names
    {
        get
        {
            TheoryData<string, int> names = [];
            foreach (var name in Cases.Keys)
            {
                foreach (var count in new[] { 0, 1, 100, 101, 250 })
                    names.Add(name, count);
            }
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SameQuery_GivesTheSame(string name, int count)
    {
        await using var service = await TestService.StartAsync(count);

        var ofService = await Cases[name](service.Query()).Select(p => p.Id).ToListAsync();
        var ofItems = await Cases[name]
            (ProfileQuery.FromItems(TestProfiles.Many(count)))
            .Select(p => p.Id)
            .ToListAsync();

        Assert.Equal(ofService, ofItems);
    }

    [Fact]
    public async Task Items_AreReadAnewByEachRun()
    {
        List<UserProfile> items = [TestProfiles.One(1)];
        var query = ProfileQuery.FromItems(items);

        Assert.Equal(1, await query.CountAsync());
        items.Add(TestProfiles.One(2));
        Assert.Equal(2, await query.CountAsync());
    }

    [Fact]
    public async Task Tokens_AreTakenAlike()
    {
        var query = ProfileQuery.FromItems(TestProfiles.Many(50)).Where(p => p.Name != null).Select(p => p.Id);
        List<string> ids = [];
        string? token = null;

        do
        {
            var page = await query.ToPageAsync(7, token);
            ids.AddRange(page.Items);
            token = page.ResumeToken;
        } while (token is not null);

        Assert.Equal(TestProfiles.IdsWhere(50, p => p.Name is not null), ids);
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("b", "a", "b", "b")]
    public async Task LookUpOfAnIdThatSeveralItemsHave_Throws(string id, params string[] ids)
    {
        var query = ProfileQuery.FromItems([
            new UserProfile { Id = id },
            .. ids.Select(each => new UserProfile { Id = each }),
        ]);

        var thrown = await Assert.ThrowsAsync<ArgumentException>(async () => await query.CountAsync(p => p.Id == id));

        Assert.Contains($"\"{id}\"", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(1 + ids.Length, await query.CountAsync());
        Assert.Equal(0, await query.CountAsync(p => p.Id == "none"));
    }

    [Fact]
    public async Task ItemsWithoutAnId_CanBeQueriedByOtherMembers()
    {
        var query = ProfileQuery.FromItems([new UserProfile { Name = "a" }, new UserProfile { Name = "b" }]);

        Assert.Equal("b", (await query.SingleAsync(p => p.Name == "b")).Name);
        Assert.Equal(0, await query.CountAsync(p => p.Id == ""));
    }

    [Fact]
    public void Null_Throws() => Assert.Throws<ArgumentNullException>(() => ProfileQuery.FromItems(null!));
}
