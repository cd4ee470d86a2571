namespace FluentProfiles.Tests.Planning;

public sealed class WindowTests
{
    private static readonly Dictionary<
        string,
        (
            Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>> Query,
            Func<IEnumerable<UserProfile>, IEnumerable<UserProfile>> Items,
            string Limits
        )
    > Cases = new()
    {
        ["Skip Take"] = (q => q.Skip(5).Take(10), q => q.Skip(5).Take(10), "15"),
        ["Take Skip"] = (q => q.Take(50).Skip(10), q => q.Take(50).Skip(10), "50"),
        ["Skip Skip Take Take"] = (q => q.Skip(2).Skip(3).Take(9).Take(4), q => q.Skip(2).Skip(3).Take(9).Take(4), "9"),
        ["Skip Take Skip"] = (q => q.Skip(2).Take(9).Skip(4), q => q.Skip(2).Take(9).Skip(4), "11"),
        ["Take Skip over all"] = (q => q.Take(5).Skip(5), q => q.Take(5).Skip(5), ""),
        ["Skip nothing"] = (q => q.Skip(0).Take(3), q => q.Skip(0).Take(3), "3"),
        ["beyond a page"] = (q => q.Skip(99).Take(2), q => q.Skip(99).Take(2), "51 51"),
        ["own page size"] = (q => q.WithPageSize(10).Take(25), q => q.Take(25), "10 10 10"),
        ["own page size, larger"] = (q => q.WithPageSize(40).Take(25), q => q.Take(25), "40"),
        ["Where Take"] = (
            q => q.Where(p => p.Metadata["plan"] == "pro").Take(30),
            q => q.Where(p => p.Metadata["plan"] == "pro").Take(30),
            "100"
        ),
        ["Take Where Take"] = (
            q => q.Take(60).Where(p => p.Metadata["plan"] == "pro").Take(3),
            q => q.Take(60).Where(p => p.Metadata["plan"] == "pro").Take(3),
            "60"
        ),
        ["Where Skip Take"] = (
            q => q.WhereOnClient(p => p.Name is null).Skip(15).Take(10),
            q => q.Where(p => p.Name is null).Skip(15).Take(10),
            "100 100"
        ),
        ["Take past the end"] = (q => q.Take(1000), q => q.Take(1000), "100 100"),
        ["Skip past the end"] = (q => q.Skip(1000), q => q.Skip(1000), "100 100"),
        ["Skip Take past the end"] = (q => q.Skip(140).Take(100), q => q.Skip(140).Take(100), "80 80"),
        ["Take Reverse"] = (q => q.Take(7).Reverse(), q => q.Take(7).Reverse(), "7"),
        ["Take OrderBy"] = (q => q.Take(7).OrderBy(), q => q.Take(7).OrderBy(p => p.CreatedAt), "7"),
        ["Take Reverse Take"] = (q => q.Take(7).Reverse().Take(2), q => q.Take(7).Reverse().Take(2), "7"),
        ["Take Reverse Skip"] = (q => q.Take(7).Reverse().Skip(2), q => q.Take(7).Reverse().Skip(2), "7"),
        ["Take OrderBy Take"] = (
            q => q.Take(7).OrderBy(p => p.UpdatedAt).Reverse().Take(3),
            q => q.Take(7).OrderBy(p => p.UpdatedAt).Reverse().Take(3),
            "7"
        ),
        ["Take OrderBy Take Where"] = (
            q => q.Take(7).OrderBy().Take(2).Where(p => p.Id != ""),
            q => q.Take(7).OrderBy(p => p.CreatedAt).Take(2),
            "7"
        ),
        ["OrderBy Skip Take"] = (
            q => q.OrderBy(p => p.CreatedAt).Skip(3).Take(2),
            q => q.OrderBy(p => p.CreatedAt).Skip(3).Take(2),
            "5"
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Window_IsReadWithTheFewestRequests(string name)
    {
        var (query, items, limits) = Cases[name];
        await using var service = await TestService.StartAsync(150);

        var ids = await query(service.Query()).Select(p => p.Id).ToListAsync();

        Assert.Equal(items(TestProfiles.Listed(150)).Select(p => p.Id), ids);
        Assert.Equal(limits.Split(' ', StringSplitOptions.RemoveEmptyEntries), service.Limits);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Explain_IsTrueOfTheRun(string name)
    {
        await using var service = await TestService.StartAsync(150);
        var query = Cases[name].Query(service.Query());

        var plan = query.Explain();
        await query.ToListAsync();

        Assert.Equal(plan.IsEmpty, service.Requests.Count == 0);
        Assert.All(service.Limits, limit => Assert.Equal($"{plan.PageSize}", limit));
        Assert.InRange(service.Requests.Count, plan.MinRequests, plan.MaxRequests ?? int.MaxValue);
    }
}
