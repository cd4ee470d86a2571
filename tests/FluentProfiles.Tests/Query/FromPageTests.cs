namespace FluentProfiles.Tests.Query;

public sealed class FromPageTests
{
    private const int Count = 50;
    private const string Request = "GET /v1/user_profiles?limit=20&page=…";

    private static readonly string[] Rest = [.. TestProfiles.Newest(Count, Count).Skip(20)];

    /// <summary>Every terminal, with what it gives of the 30 profiles behind the cursor.</summary>
    private static readonly Dictionary<
        string,
        Func<ProfileQuery<UserProfile>, Task<(object? Actual, object? Expected)>>
    > Terminals = new()
    {
        ["ToList"] = async q => ((await q.ToListAsync()).Count, 30),
        ["ToArray"] = async q => ((await q.ToArrayAsync())[^1].Id, Rest[^1]),
        ["ToHashSet"] = async q => ((await q.Select(p => p.Id).ToHashSetAsync()).Count, 30),
        ["ToDictionary"] = async q => ((await q.ToDictionaryAsync(p => p.Id)).Count, 30),
        ["First"] = async q => ((await q.FirstAsync()).Id, Rest[0]),
        ["First with a condition"] = async q => ((await q.FirstAsync(p => p.Name == null)).Id, Rest[4]),
        ["FirstOrDefault by id"] = async q => ((await q.FirstOrDefaultAsync(p => p.Name == "none"))?.Id, null),
        ["Single"] = async q => ((await q.Where(p => p.Name == "B0013").SingleAsync()).Id, TestProfiles.IdOf(13)),
        ["SingleOrDefault with a condition"] = async q =>
            ((await q.SingleOrDefaultAsync(p => p.Name == "B0013"))!.Id, TestProfiles.IdOf(13)),
        ["Last"] = async q => ((await q.LastAsync()).Id, Rest[^1]),
        ["Last with a condition"] = async q =>
            ((await q.LastAsync(p => p.CreatedAt >= Start(5))).Id, TestProfiles.IdOf(5)),
        ["LastOrDefault"] = async q => ((await q.LastOrDefaultAsync())?.Id, Rest[^1]),
        ["ElementAt"] = async q => ((await q.ElementAtAsync(3)).Id, Rest[3]),
        ["Any"] = async q => (await q.AnyAsync(), true),
        ["Any with a condition"] = async q => (await q.AnyAsync(p => p.CreatedAt < Start(3)), true),
        ["All"] = async q => (await q.AllAsync(p => p.CreatedAt < Start(30)), true),
        ["Count"] = async q => (await q.CountAsync(), 30),
        ["Count with a lone bound"] = async q => (await q.CountAsync(p => p.CreatedAt < Start(10)), 10),
        ["LongCount"] = async q => (await q.LongCountAsync(p => p.CreatedAt <= Start(10)), 11L),
        ["Contains"] = async q => (await q.Select(p => p.Id).ContainsAsync(Rest[7]), true),
        ["Min"] = async q => (await q.MinAsync(p => p.CreatedAt), Start(0)),
        ["Max"] = async q => (await q.MaxAsync(p => p.CreatedAt), Start(29)),
        ["MinBy"] = async q => ((await q.MinByAsync(p => p.CreatedAt))!.Id, Rest[^1]),
        ["MaxBy"] = async q => ((await q.MaxByAsync(p => p.CreatedAt))!.Id, Rest[0]),
        ["MaxBy of a boxed key"] = async q => ((await q.MaxByAsync(p => (object)p.CreatedAt))!.Id, Rest[0]),
        ["ForEach"] = async q => (await EachAsync(q, 1), 30),
        ["ForEach with workers, both ends"] = async q => (await EachAsync(q.WithTwoEndedScan(), 3), 30),
        ["FullJoin"] = async q => (await q.FullJoinAsync(Rest, id => id, p => p.Id).CountAsync(), 30),
        ["AsPages"] = async q => ((await q.AsPages().ToListAsync()).Sum(page => page.Items.Count), 30),
        ["ToPage"] = async q => ((await q.ToPageAsync(3)).Items.Count, 3),
        ["Take"] = async q => ((await q.Take(3).ToListAsync()).Count, 3),
        ["Take, Reverse"] = async q => ((await q.Take(3).Reverse().FirstAsync()).Id, Rest[2]),
        ["Skip"] = async q => ((await q.Skip(25).ToListAsync()).Count, 5),
        ["Preview"] = async q => ((await q.PreviewDeleteAsync()).Found, 30L),
        ["OrderBy that does not matter"] = async q => (await q.OrderBy(p => p.UpdatedAt).CountAsync(), 30),
    };

    public static TheoryData<string> TerminalNames => [.. Terminals.Keys];

    /// <summary>What a cursor can't hold for.</summary>
    private static readonly Dictionary<string, Func<ProfileQuery<UserProfile>, Task>> Refused = new()
    {
        ["Reverse"] = async q => await q.Reverse().ToListAsync(),
        ["Reverse before it"] = async q => await q.Reverse().FromPage("c").FirstAsync(),
        ["order after Skip"] = async q => await q.Skip(5).OrderBy().ToListAsync(),
        ["last of a turned Skip"] = async q => await q.Skip(5).Reverse().LastAsync(),
        ["id"] = async q => await q.Where(p => p.Id == "a").ToListAsync(),
        ["ids, counted"] = async q => await q.CountAsync(p => Rest.Contains(p.Id)),
        ["id, first"] = async q => await q.FirstOrDefaultAsync(p => p.Id == "a"),
        ["status of a terminal"] = async q => await q.CountAsync(p => p.EnforcementStatus == EnforcementStatus.Banned),
        ["statuses of a terminal"] = async q =>
            await q.FirstOrDefaultAsync(p =>
                p.EnforcementStatus == EnforcementStatus.Banned || p.EnforcementStatus == EnforcementStatus.Pending
            ),
        ["status of a terminal behind a Select"] = async q =>
            await q.Select(p => new { p.EnforcementStatus }).AnyAsync(x => x.EnforcementStatus == "banned"),
    };

    public static TheoryData<string> RefusedNames => [.. Refused.Keys];

    [Fact]
    public async Task RawCursor_GivesThePagesFromThere()
    {
        await using var service = await TestService.StartAsync(Count);
        var query = await AtSecondPageAsync(service, 20);

        var ids = await query.Select(p => p.Id).ToListAsync();

        Assert.Equal(Rest, ids);
        Assert.Equal([Request, Request], service.Requests);
    }

    [Theory]
    [MemberData(nameof(TerminalNames))]
    public async Task Terminal_KeepsOrderFilterAndLimit(string name)
    {
        await using var service = await TestService.StartAsync(Count);
        var query = await AtSecondPageAsync(service, 20);

        var (actual, expected) = await Terminals[name](query);

        Assert.Equal(expected, actual);
        Assert.All(service.Requests, request => Assert.Equal(Request, request));
        Assert.NotEmpty(service.Requests);
    }

    [Theory]
    [MemberData(nameof(TerminalNames))]
    public async Task Terminal_KeepsTheLimitThatThePlannerChose(string name)
    {
        await using var service = await TestService.StartAsync(130);
        var query = await AtSecondPageAsync(service, null);

        // The numbers fit: the last 30 of 130.
        if (name is "ToPage" or "Take" or "Take, Reverse")
            await Assert.ThrowsAsync<UnsupportedQueryException>(() => Terminals[name](query));
        else
            await Terminals[name](query);

        Assert.All(service.Requests, request => Assert.Equal("GET /v1/user_profiles?limit=100&page=…", request));
    }

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public async Task WhatACursorCannotHoldFor_IsRefusedBeforeAnythingIsSent(string name)
    {
        await using var service = await TestService.StartAsync(Count);
        var query = await AtSecondPageAsync(service, 20);

        var refusal = await Assert.ThrowsAsync<UnsupportedQueryException>(() => Refused[name](query));

        Assert.Contains("FromPage", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task FilterAndOrderOfTheQuery_AreSentWithTheCursor()
    {
        await using var service = await TestService.StartAsync(Count);
        var query = service
            .Query()
            .Where(p => p.EnforcementStatus == EnforcementStatus.Banned)
            .OrderBy(p => p.Name)
            .WithPageSize(5);
        var first = await query.AsPages().FirstAsync();
        service.Emulator.ClearRequests();

        var last = await query.FromPage(first.NextPage!).LastAsync();

        Assert.Equal((await query.ToListAsync())[^1].Id, last.Id);
        Assert.Equal(
            "GET /v1/user_profiles?limit=5&order=asc&order_by=name&enforcement_status%5B%5D=banned&page=…",
            service.Requests[0]
        );
    }

    [Fact]
    public async Task MoreIdsThanLookUps_AreScannedForFromTheCursor()
    {
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(Count),
            configureClient: options => options.MaxPointLookups = 2
        );
        var query = await AtSecondPageAsync(service, 20);
        var some = TestProfiles.Ids([45, 3, 20]);

        var found = await query.Where(p => some.Contains(p.Id)).Select(p => p.Id).ToListAsync();

        Assert.Equal(TestProfiles.Ids([20, 3]), found);
        Assert.All(service.Requests, request => Assert.Equal(Request, request));
    }

    [Fact]
    public async Task FailureOfATerminal_ResumesFromTheCursor()
    {
        await using var service = await TestService.StartAsync(Count);
        var query = (await AtSecondPageAsync(service, 20)).WithMaxRequests(1);

        var failure = await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
            await query.CountAsync(p => p.CreatedAt < Start(10))
        );

        var rest = service.Query().WithPageSize(20).ResumeFrom(failure.ResumeToken);
        Assert.Equal(10, await rest.CountAsync(p => p.CreatedAt < Start(10)));
        Assert.All(service.Requests, request => Assert.Equal(Request, request));
    }

    [Fact]
    public void NoCursor_Throws()
    {
        Assert.Throws<ArgumentException>(() => ProfileQuery.FromItems([]).FromPage(""));
        Assert.Throws<ArgumentNullException>(() => ProfileQuery.FromItems([]).FromPage(null!));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-5")]
    [InlineData("99999999999")]
    public async Task ForeignCursorInMemory_Throws(string cursor) =>
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await ProfileQuery.FromItems(TestProfiles.Many(3)).FromPage(cursor).ToListAsync()
        );

    private static DateTimeOffset Start(int minutes) => TestProfiles.Start.AddMinutes(minutes);

    private static async Task<ProfileQuery<UserProfile>> AtSecondPageAsync(TestService service, int? size)
    {
        var query = size is { } known ? service.Query().WithPageSize(known) : service.Query();
        var first = await query.AsPages().FirstAsync();
        service.Emulator.ClearRequests();
        return query.FromPage(first.NextPage!);
    }

    private static async Task<int> EachAsync(ProfileQuery<UserProfile> query, int workers)
    {
        var count = 0;
        await query.ForEachAsync(
            (_, _) =>
            {
                Interlocked.Increment(ref count);
                return default;
            },
            workers
        );
        return count;
    }

    [Fact]
    public async Task PagesOfAnOrderMadeHere_StartAtTheCursor()
    {
        await using var service = await TestService.StartAsync(60);
        var listed = await service.Query().WithPageSize(10).AsPages().FirstAsync();
        var query = service.Query().WithPageSize(10).FromPage(listed.NextPage!).Take(25).OrderBy(p => p.UpdatedAt);
        List<string> ids = [];
        string? token = null;
        do
        {
            var page = await query.Select(p => p.Id).ToPageAsync(7, token);
            ids.AddRange(page.Items);
            token = page.ResumeToken;
        } while (token is not null);

        Assert.Equal(await query.Select(p => p.Id).ToListAsync(), ids);
    }
}
