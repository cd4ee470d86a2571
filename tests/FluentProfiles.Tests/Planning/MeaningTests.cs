namespace FluentProfiles.Tests.Planning;

/// <summary>Each promise of how a query is planned, as it is written: what is sent, what comes of it, and that the plan says
/// so.</summary>
/// <remarks>250 profiles, a minute apart; up to three ids are looked up.</remarks>
public sealed class MeaningTests
{
    private const int Count = 250;
    private const string Listing = "?limit=100";
    private const string Oldest = "?limit=100&order=asc&order_by=created_at";
    private const string Next = "&page=…";
    private const string Restricted = "&enforcement_status%5B%5D=restricted";
    private const string Banned = "&enforcement_status%5B%5D=banned";

    private static readonly string[] All = [Listing, Listing + Next, Listing + Next];
    private static readonly string[] AllFromOldest = [Oldest, Oldest + Next, Oldest + Next];
    private static readonly string[] Three = TestProfiles.Ids([240, 7, 12]);
    private static readonly string[] Four = [.. Three, TestProfiles.IdOf(200)];
    private static readonly string[] Early = TestProfiles.Ids([3, 1, 4, 15]);
    private static readonly EnforcementStatus[] Two = [EnforcementStatus.Restricted, EnforcementStatus.Banned];

    private static readonly Dictionary<string, MeaningRow> Rows = new()
    {
        // Order.
        ["OrderBy(CreatedAt)"] = Row(
            q => q.OrderBy(p => p.CreatedAt),
            q => q.OrderBy(p => p.CreatedAt),
            AllFromOldest,
            "order: created_at, ascending"
        ),
        ["OrderByDescending(CreatedAt).Take"] = Row(
            q => q.OrderByDescending(p => p.CreatedAt).Take(2),
            q => q.Take(2),
            ["?limit=2&order=desc&order_by=created_at"],
            "order: created_at, descending"
        ),
        ["OrderBy(Name).Take"] = Row(
            q => q.OrderBy(p => p.Name).Take(5),
            q => ByName(q).Take(5),
            ["?limit=5&order=asc&order_by=name"],
            "order: name, ascending"
        ),
        ["OrderByDescending(Name).Skip.Take"] = Row(
            q => q.OrderByDescending(p => p.Name).Skip(1).Take(4),
            q => q.Where(p => p.Name is not null).OrderByDescending(p => p.Name, Names).Skip(1).Take(4),
            ["?limit=5&order=desc&order_by=name"],
            "order: name, descending"
        ),
        ["Take.OrderBy(another key)"] = Row(
            q => q.Take(30).OrderBy(p => p.UpdatedAt),
            q => q.Take(30).OrderBy(p => p.UpdatedAt),
            ["?limit=30"],
            "on the client: OrderBy(p => p.UpdatedAt)"
        ),
        ["Take.OrderByDescending(another key), ties kept in order"] = Row(
            q => q.Take(30).OrderByDescending(p => p.ExternalUserDetails.Country),
            q => q.Take(30).OrderByDescending(p => p.ExternalUserDetails.Country),
            ["?limit=30"],
            "on the client: OrderByDescending(p => p.ExternalUserDetails.Country)"
        ),
        ["Take.OrderBy(Name)"] = Row(
            q => q.Take(4).OrderBy(p => p.Name),
            q => ByName(q.Take(4)),
            ["?limit=4"],
            "on the client: OrderBy(p => p.Name)"
        ),
        ["Skip.OrderBy(CreatedAt)"] = Row(
            q => q.Skip(240).OrderBy(p => p.CreatedAt),
            q => q.Skip(240).OrderBy(p => p.CreatedAt),
            AllFromOldest,
            "reversed"
        ),
        ["Skip.Reverse.Take"] = Row(
            q => q.Skip(3).Reverse().Take(5),
            q => q.Skip(3).Reverse().Take(5),
            ["?limit=8&order=asc&order_by=created_at"],
            "reversed"
        ),
        ["Skip.OrderBy(Name)"] = Row(
            q => q.Skip(240).OrderBy(p => p.Name).Take(8),
            q => ByName(q.Skip(240)).Take(8),
            All,
            "all items are read"
        ),
        ["Reverse"] = Row(q => q.Reverse(), q => q.Reverse(), AllFromOldest, "created_at, ascending"),
        ["OrderBy(Name).Reverse"] = Row(
            q => q.OrderBy(p => p.Name).Reverse().Where(p => p.Name != null),
            q => ByName(q.Where(p => p.Name is not null)).Reverse(),
            [
                Listing + "&order=asc&order_by=name",
                Listing + "&order=asc&order_by=name" + Next,
                Listing + "&order=asc&order_by=name" + Next,
            ],
            "on the client: Reverse"
        ),

        // The size of pages.
        ["Take, a page"] = Row(q => q.Take(50), q => q.Take(50), ["?limit=50"], "requests: 1"),
        ["Take, even pages"] = Row(
            q => q.Take(101),
            q => q.Take(101),
            ["?limit=51", "?limit=51" + Next],
            "requests: 1 to 2"
        ),
        ["Skip.Take"] = Row(
            q => q.Skip(30).Take(100),
            q => q.Skip(30).Take(100),
            ["?limit=65", "?limit=65" + Next],
            "requests: 1 to 2"
        ),
        ["WithPageSize wins"] = Row(
            q => q.WithPageSize(20).Take(50),
            q => q.Take(50),
            ["?limit=20", "?limit=20" + Next, "?limit=20" + Next],
            "requests: 1 to 3"
        ),
        ["no Take"] = Row(q => q, q => q, All, "no upper bound"),
        ["client filter before Take"] = Row(
            q => q.Where(p => p.Metadata["plan"] == "pro").Take(5),
            q => q.Where(p => p.Metadata["plan"] == "pro").Take(5),
            [Listing],
            "no upper bound"
        ),
        ["enforcement filter before Take"] = Row(
            q => q.Where(p => p.EnforcementStatus == EnforcementStatus.Banned).Take(5),
            q => q.Where(p => p.EnforcementStatus == "banned").Take(5),
            [Listing + Banned],
            "no upper bound"
        ),
        ["Take before a filter"] = Row(
            q => q.Take(5).Where(p => p.EnforcementStatus == EnforcementStatus.Banned),
            q => q.Take(5).Where(p => p.EnforcementStatus == "banned"),
            ["?limit=5"],
            "on the client: Where"
        ),
        ["nothing is taken"] = Row(q => q.Take(0), q => [], [], "Nothing is sent"),

        // Enforcement.
        ["EnforcementStatus =="] = Row(
            q => q.Where(p => p.EnforcementStatus == EnforcementStatus.Restricted),
            q => q.Where(p => p.EnforcementStatus == "restricted"),
            [Listing + Restricted],
            "enforcement_status[]=restricted"
        ),
        ["EnforcementStatus ||"] = Row(
            q => q.Where(p => p.EnforcementStatus == "restricted" || p.EnforcementStatus == "banned"),
            q => q.Where(p => p.EnforcementStatus == "restricted" || p.EnforcementStatus == "banned"),
            [Listing + Restricted + Banned, Listing + Restricted + Banned + Next],
            "enforcement_status[]=restricted&enforcement_status[]=banned"
        ),
        ["array.Contains(EnforcementStatus)"] = Row(
            q => q.Where(p => Two.Contains(p.EnforcementStatus)).Take(1),
            q => q.Where(p => Two.Contains(p.EnforcementStatus)).Take(1),
            [Listing + Restricted + Banned],
            "enforcement_status[]=restricted&enforcement_status[]=banned"
        ),
        ["EnforcementStatus, sets that intersect"] = Row(
            q => q.Where(p => Two.Contains(p.EnforcementStatus)).Where(p => p.EnforcementStatus == "banned"),
            q => q.Where(p => p.EnforcementStatus == "banned"),
            [Listing + Banned],
            "enforcement_status[]=banned"
        ),
        ["EnforcementStatus, an empty set"] = Row(
            q => q.Where(p => Two.Contains(p.EnforcementStatus) && p.EnforcementStatus == "pending"),
            q => [],
            [],
            "Nothing is sent"
        ),
        ["EnforcementStatus !="] = Row(
            q => q.Where(p => p.EnforcementStatus != EnforcementStatus.Banned),
            q => q.Where(p => p.EnforcementStatus != "banned"),
            All,
            "on the client: Where"
        ),

        // Ids.
        ["Id =="] = Row(
            q => q.Where(p => p.Id == Three[0]),
            q => q.Where(p => p.Id == Three[0]),
            ["/" + Three[0]],
            "GET /v1/user_profiles/{id}"
        ),
        ["Id ==, absent"] = Row(q => q.Where(p => p.Id == "uprof_x"), q => [], ["/uprof_x"], "requests: 1"),
        ["ids.Contains(Id)"] = Row(
            q => q.Where(p => Three.Contains(p.Id)),
            q => q.Where(p => Three.Contains(p.Id)),
            [.. Three.Select(id => "/" + id)],
            "requests: 3"
        ) with
        {
            AtOnce = true,
        },
        ["ids.Contains(Id), another condition"] = Row(
            q => q.Where(p => Three.Contains(p.Id) && p.EnforcementStatus == EnforcementStatus.Banned).Reverse(),
            q => q.Where(p => Three.Contains(p.Id) && p.EnforcementStatus == "banned").Reverse(),
            [.. Three.Select(id => "/" + id)],
            "on the client: Where"
        ) with
        {
            AtOnce = true,
        },
        ["ids.Contains(Id), more than are looked up"] = Row(
            q => q.Where(p => Four.Contains(p.Id)).Take(2),
            q => q.Where(p => Four.Contains(p.Id)).Take(2),
            [Listing],
            "stops when: all ids are found"
        ),
        ["ids.Contains(Id), all are found early"] = Row(
            q => q.OrderBy().Where(p => Early.Contains(p.Id)),
            q => q.Where(p => Early.Contains(p.Id)).Reverse(),
            [Oldest],
            "stops when: all ids are found"
        ),
        ["ids.Contains(Id), what lists don't report"] = Row(
            q => q.Where(p => Four.Contains(p.Id) && p.Programs.Efs!.Status == ProgramStatus.Active),
            q => q.Where(p => Four.Contains(p.Id) && p.Programs.Efs!.Status == ProgramStatus.Active),
            [.. Four.Select(id => "/" + id)],
            "GET /v1/user_profiles/{id}"
        ) with
        {
            AtOnce = true,
        },

        // Times of creation.
        ["CreatedAt >="] = Row(
            q => q.Where(p => p.CreatedAt >= At(200)),
            q => q.Where(p => p.CreatedAt >= At(200)),
            [Listing],
            "stops when:"
        ),
        ["CreatedAt <, oldest first"] = Row(
            q => q.OrderBy().Where(p => p.CreatedAt < At(30)),
            q => q.Where(p => p.CreatedAt < At(30)).Reverse(),
            [Oldest],
            "stops when:"
        ),
        ["CreatedAt <, where the order counts"] = Row(
            q => q.Where(p => p.CreatedAt < At(30)),
            q => q.Where(p => p.CreatedAt < At(30)),
            All,
            "on the client: Where"
        ),
        ["CreatedAt between"] = Row(
            q => q.Where(p => p.CreatedAt >= At(120) && p.CreatedAt < At(130)),
            q => q.Where(p => p.CreatedAt >= At(120) && p.CreatedAt < At(130)),
            [Listing, Listing + Next],
            "stops when:"
        ),
        ["CreatedAt, a contradiction"] = Row(
            q => q.Where(p => p.CreatedAt > At(120) && p.CreatedAt < At(110)),
            q => [],
            [],
            "Nothing is sent"
        ),
        ["a constant condition"] = Row(q => q.Where(p => Count > 300), q => [], [], "Nothing is sent"),
        ["CreatedAt <, CountAsync"] = Value(
            async q => await q.CountAsync(p => p.CreatedAt < At(30)),
            q => q.Count(p => p.CreatedAt < At(30)),
            [Oldest],
            "created_at, ascending"
        ),
        ["CreatedAt <, AnyAsync"] = Value(
            async q => await q.AnyAsync(p => p.CreatedAt < At(30)),
            q => q.Any(p => p.CreatedAt < At(30)),
            [Oldest],
            "created_at, ascending"
        ),
        ["CreatedAt <, ToHashSetAsync"] = Value(
            async q => (await q.Where(p => p.CreatedAt < At(30)).Select(p => p.Id).ToHashSetAsync()).Count,
            q => q.Count(p => p.CreatedAt < At(30)),
            [Oldest],
            "created_at, ascending"
        ),

        // Terminals.
        ["FirstAsync"] = Value(async q => await q.FirstAsync(), q => q[0], ["?limit=1"], "requests: 1"),
        ["AnyAsync"] = Value(async q => await q.AnyAsync(), q => q.Any(), ["?limit=1"], "requests: 1"),
        ["SingleAsync of several"] = Value(
            async q =>
                (await Assert.ThrowsAsync<InvalidOperationException>(() => q.SingleAsync().AsTask())) is not null,
            _ => true,
            ["?limit=2"],
            "requests: 1"
        ),
        ["FirstAsync, an enforcement filter"] = Value(
            async q => await q.FirstAsync(p => p.EnforcementStatus == "banned"),
            q => q.First(p => p.EnforcementStatus == "banned"),
            [Listing + Banned],
            "enforcement_status[]=banned"
        ),
        ["LastAsync"] = Value(
            async q => await q.LastAsync(),
            q => q[^1],
            ["?limit=1&order=asc&order_by=created_at"],
            "created_at, ascending"
        ),
        ["LastAsync by name"] = Value(
            async q => await q.Where(p => p.Name != null).OrderBy(p => p.Name).LastAsync(),
            q => q.Where(p => p.Name is not null).OrderBy(p => p.Name, Names).Last(),
            [
                Listing + "&order=asc&order_by=name",
                Listing + "&order=asc&order_by=name" + Next,
                Listing + "&order=asc&order_by=name" + Next,
            ],
            "name, ascending"
        ),
        ["MinByAsync(CreatedAt)"] = Value(
            async q => await q.MinByAsync(p => p.CreatedAt),
            q => q.MinBy(p => p.CreatedAt),
            ["?limit=1&order=asc&order_by=created_at"],
            "requests: 1"
        ),
        ["MaxByAsync(CreatedAt)"] = Value(
            async q => await q.MaxByAsync(p => p.CreatedAt),
            q => q.MaxBy(p => p.CreatedAt),
            ["?limit=1&order=desc&order_by=created_at"],
            "requests: 1"
        ),
        ["CountAsync"] = Value(
            async q => await q.CountAsync(),
            q => q.Count,
            All,
            "fields: none, profiles are only counted"
        ),
        ["WithTwoEndedScan elsewhere"] = Row(
            q => q.WithTwoEndedScan().Take(3),
            q => q.Take(3),
            ["?limit=3"],
            "two-ended: no effect"
        ),

        // What is read.
        ["Select"] = Value(
            async q => string.Join(" ", await q.Take(2).Select(p => new { p.Id, p.Name }).ToListAsync()),
            q => string.Join(" ", q.Take(2).Select(p => new { p.Id, p.Name })),
            ["?limit=2"],
            "fields: id, name"
        ),
        ["Where, anything else"] = Value(
            async q => await q.CountAsync(p => p.Name!.Length == 5 && p.Metadata.Count == 0),
            q => q.Count(p => p.Name?.Length == 5 && p.Metadata.Count == 0),
            All,
            "fields: metadata, name"
        ),
    };

    public static TheoryData<string> Written => [.. Rows.Keys];

    private static StringComparer Names => StringComparer.OrdinalIgnoreCase;

    [Theory]
    [MemberData(nameof(Written))]
    public async Task Query_SendsAndGivesAndSaysWhatItMeans(string name)
    {
        var row = Rows[name];
        await using var service = await TestService.StartAsync(
            TestProfiles.Many(Count),
            configureClient: options => options.MaxPointLookups = 3
        );
        QueryPlan? plan = null;

        var result = await row.Query(service.Query().WithProgress(new Reported(progress => plan = progress.Plan)));

        Assert.Equal(row.Linq(TestProfiles.Listed(Count)), result);
        Assert.Equal(InOrder(row, row.Sent), InOrder(row, service.Requests.Select(WithoutPath)));
        Assert.Contains(row.Explained, InOneLine(plan!));
        Assert.InRange(row.Sent.Length, plan!.MinRequests, plan.MaxRequests ?? int.MaxValue);
    }

    [Fact]
    public async Task AnotherKeyUnbounded_ThrowsAndSendsNothing()
    {
        await using var service = await TestService.StartAsync(3);

        var error = await Assert.ThrowsAsync<UnsupportedQueryException>(() =>
            service.Query().OrderBy(p => p.UpdatedAt).ToListAsync().AsTask()
        );

        Assert.Contains("AsAsyncEnumerable()", error.Message);
        Assert.Empty(service.Requests);
        Assert.Equal(3, await service.Query().AsAsyncEnumerable().OrderBy(p => p.UpdatedAt).CountAsync());
    }

    // Which end reads how much depends on who answers first.
    [Fact]
    public async Task TwoEndedScan_ReadsFromBothEndsAndAPageMoreAtMost()
    {
        await using var service = await TestService.StartAsync(Count);
        var query = service.Query().WithPageSize(50).WithPrefetch(0).WithTwoEndedScan();

        Assert.Equal(TestProfiles.Newest(Count, Count), await query.Select(p => p.Id).ToListAsync());

        Assert.InRange(service.Requests.Count, 5, 7);
        Assert.Single(service.Requests, request => WithoutPath(request) == "?limit=50");
        Assert.Single(service.Requests, request => WithoutPath(request) == "?limit=50&order=asc&order_by=created_at");
        Assert.Contains("from both ends at once", InOneLine(query.Explain()));
    }

    private static MeaningRow Row(
        Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>> query,
        Func<IEnumerable<UserProfile>, IEnumerable<UserProfile>> linq,
        string[] sent,
        string explained
    ) =>
        new(
            async source => string.Join(" ", await query(source).ToListAsync()),
            items => string.Join(" ", linq(items)),
            sent,
            explained
        );

    private static MeaningRow Value<T>(
        Func<ProfileQuery<UserProfile>, Task<T>> query,
        Func<IReadOnlyList<UserProfile>, T> linq,
        string[] sent,
        string explained
    ) => new(async source => $"{await query(source)}", items => $"{linq(items)}", sent, explained);

    private static IOrderedEnumerable<UserProfile> ByName(IEnumerable<UserProfile> profiles) =>
        profiles.OrderBy(p => p.Name is null).ThenBy(p => p.Name, Names);

    private static DateTimeOffset At(int number) => TestProfiles.Start.AddMinutes(number);

    private static string InOneLine(QueryPlan plan) =>
        string.Join(' ', plan.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string WithoutPath(string request) => request["GET /v1/user_profiles".Length..];

    private static IEnumerable<string> InOrder(MeaningRow row, IEnumerable<string> requests) =>
        row.AtOnce ? requests.Order(StringComparer.Ordinal) : requests;

    private sealed class Reported(Action<QueryProgress> report) : IProgress<QueryProgress>
    {
        public void Report(QueryProgress value) => report(value);
    }
}
