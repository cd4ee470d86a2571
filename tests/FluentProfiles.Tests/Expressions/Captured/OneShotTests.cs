using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Threading.Channels;

namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>A captured sequence that is no collection is read once a run.</summary>
public sealed class OneShotTests
{
    private static readonly string[] Wanted = TestProfiles.Ids([7, 3]);
    private static readonly EnforcementStatus[] Statuses = [EnforcementStatus.Banned];

    private static Dictionary<
        string,
        Func<IEnumerable<string>, Expression<Func<UserProfile, bool>>>
    > Conditions { get; } =
        new()
        {
            ["Contains"] = ids => p => ids.Contains(p.Id),
            ["Contains, compiled"] = ids => p => ids.Contains(p.Id.Substring(0)) && p.Id.IndexOf('u') == 0,
            ["Contains with null"] = ids => p => ids.Contains(p.Id, null),
            ["Contains with a comparer"] = ids => p => ids.Contains(p.Id, StringComparer.OrdinalIgnoreCase),
            ["negated"] = ids => p => !ids.Contains(p.Id) == false,
            ["beside another"] = ids => p => p.Name != null && ids.Contains(p.Id),
            ["or"] = ids => p => p.Id == "none" || ids.Contains(p.Id),
            ["Any"] = ids => p => ids.Any(id => id == p.Id),
            ["All"] = ids => p => !ids.All(id => id != p.Id),
            ["Count"] = ids => p => ids.Count(id => id == p.Id) == 1,
            ["Where"] = ids => p => ids.Where(id => id != "none").Contains(p.Id),
            ["Where with the profile"] = ids => p => ids.Where(id => id == p.Id).Any(),
            ["Select"] = ids => p => ids.Select(id => id.Trim()).Contains(p.Id),
            ["Concat"] = ids => p => ids.Concat(new[] { "x" }).Contains(p.Id),
            ["Except"] = ids => p => !new[] { p.Id }.Except(ids).Any(),
            ["as objects"] = ids => p => ((IEnumerable<object>)ids).Contains(p.Id),
            ["ToList"] = ids => p => ids.ToList().Contains(p.Id),
            ["ToHashSet"] = ids => p => ids.ToHashSet().Contains(p.Id),
            ["Overlaps"] = ids => p => new HashSet<string> { p.Id }.Overlaps(ids),
            ["IsSubsetOf"] = ids => p => new SortedSet<string> { p.Id }.IsSubsetOf(ids),
            ["new set, searched"] = ids => p => new HashSet<string>(ids).Contains(p.Id),
            ["new list, searched"] = ids => p => new List<string>(ids).Contains(p.Id),
            ["new list that is filled, searched"] = ids => p => new List<string>(ids) { "x" }.Contains(p.Id),
            ["new list that is filled with its count"] = ids =>
                p => new List<string>(ids) { ids.Count().ToString() }.Contains(p.Id),
            ["new queue"] = ids => p => new Queue<string>(ids).Contains(p.Id),
            ["ToFrozenSet"] = ids => p => ids.ToFrozenSet().Contains(p.Id),
            ["ToImmutableHashSet"] = ids => p => ids.ToImmutableHashSet().Contains(p.Id),
            ["CreateRange"] = ids => p => ImmutableList.CreateRange(ids).Contains(p.Id),
            ["AddRange of nothing"] = ids => p => ImmutableList<string>.Empty.AddRange(ids).Contains(p.Id),
            ["Join, searched"] = ids => p => string.Join(",", ids).Contains(p.Id),
            ["Concat of texts"] = ids => p => string.Concat(ids).Contains(p.Id),
            ["lambda over another list"] = ids =>
                p => Wanted.Where(id => new HashSet<string>(ids).Contains(id)).Contains(p.Id),
            ["new set"] = ids => p => new HashSet<string>(ids).Overlaps(new[] { p.Id }),
            ["new list that is filled"] = ids =>
                p => new List<string>(ids) { p.Id }.LastIndexOf(p.Id) != new List<string>(ids) { p.Id }.IndexOf(p.Id),
            ["Join"] = ids => p => (p.Name + string.Join(",", ids)).Contains(p.Id),
            ["Join with the profile"] = ids => p => string.Join(p.Name, ids).Contains(p.Id),
            ["AddRange"] = ids => p => ImmutableList.Create(p.Name!).AddRange(ids).Contains(p.Id),
            ["AsQueryable"] = ids => p => ids.AsQueryable().Contains(p.Id),
            ["AsQueryable, Any"] = ids => p => ids.AsQueryable().Any(id => id == p.Id),
            ["AsQueryable, Where"] = ids => p => ids.AsQueryable().Where(id => id != "none").Contains(p.Id),
            ["within a quantifier"] = ids => p => new[] { p.Id }.Any(id => ids.Contains(id)),
        };

    public static TheoryData<string> Names => [.. Conditions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SequenceThatIsNoCollection_IsReadOnceARun(string name)
    {
        await using var service = await TestService.StartAsync(20);
        var source = new OneShotSequence<string>(Wanted);
        var query = service.Query().Where(Conditions[name](source)).Select(p => p.Id);

        Assert.Equal(0, source.Readings);
        Assert.Equal(Wanted, await query.ToListAsync());
        Assert.Equal(1, source.Readings);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Explained_IsStillThereForTheRun(string name)
    {
        var source = new OneShotSequence<string>(Wanted);
        var query = ProfileQuery.FromItems(TestProfiles.Many(20)).Where(Conditions[name](source)).Select(p => p.Id);

        _ = query.Explain().ToString();
        _ = query.Explain(redact: true).ToString();

        Assert.Equal(Wanted, (await query.ToListAsync()).OrderDescending());
        Assert.Equal(1, source.Readings);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("count")]
    [InlineData("any")]
    [InlineData("last")]
    [InlineData("pages")]
    [InlineData("page")]
    [InlineData("each")]
    [InlineData("two ends")]
    [InlineData("preview")]
    public async Task EachTerminal_ReadsOnce(string terminal)
    {
        await using var service = await TestService.StartAsync(250);
        var source = new OneShotSequence<EnforcementStatus>(Statuses);
        var query = service.Query().Where(p => source.Contains(p.EnforcementStatus) && p.Id != "x");

        switch (terminal)
        {
            case "list":
                Assert.Equal(62, (await query.ToListAsync()).Count);
                break;
            case "count":
                Assert.Equal(62, await query.CountAsync());
                break;
            case "any":
                Assert.True(await query.AnyAsync());
                break;
            case "last":
                Assert.Equal(TestProfiles.IdOf(3), (await query.LastAsync()).Id);
                break;
            case "pages":
                Assert.Equal(62, (await query.AsPages().ToListAsync()).Sum(page => page.Items.Count));
                break;
            case "page":
                Assert.Equal(50, (await query.ToPageAsync(50)).Items.Count);
                break;
            case "each":
                var count = 0;
                await query.ForEachAsync(
                    (_, _) =>
                    {
                        Interlocked.Increment(ref count);
                        return ValueTask.CompletedTask;
                    },
                    3
                );
                Assert.Equal(62, count);
                break;
            case "two ends":
                Assert.Equal(62, (await query.WithTwoEndedScan().ToListAsync()).Count);
                break;
            default:
                Assert.Equal(62, (await query.PreviewDeleteAsync()).Found);
                break;
        }

        Assert.Equal(1, source.Readings);
        Assert.All(service.Requests, request => Assert.Contains("enforcement_status%5B%5D=banned", request));
    }

    private static Dictionary<
        string,
        Func<ProfileQuery<UserProfile>, OneShotSequence<string>, ValueTask<int>>
    > Repeated { get; } =
        new()
        {
            ["or"] = (query, ids) => query.Where(p => ids.Contains(p.Id) || ids.Contains(p.Name!)).CountAsync(),
            ["other methods"] = (query, ids) =>
                query.Where(p => ids.Contains(p.Id) && ids.Any(id => id == p.Id)).CountAsync(),
            ["comparer"] = (query, ids) =>
                query.Where(p => ids.Contains(p.Id) && ids.Contains(p.Id, StringComparer.Ordinal)).CountAsync(),
            ["compiled"] = (query, ids) =>
                query.Where(p => ids.Count(id => id == p.Id) + ids.Count(id => id == p.Id) == 2).CountAsync(),
            ["as objects first"] = (query, ids) =>
                query.Where(p => ((IEnumerable<object>)ids).Contains(p.Id) && ids.Contains(p.Id)).CountAsync(),
            ["as objects then"] = (query, ids) =>
                query
                    .Where(p => ids.Contains(p.Id) && ((IEnumerable<object>)ids).Any(id => id.Equals(p.Id)))
                    .CountAsync(),
            ["two filters"] = (query, ids) =>
                query.Where(p => ids.Contains(p.Id)).Where(p => ids.Contains(p.Id)).CountAsync(),
            ["filter and selector"] = (query, ids) =>
                query.Where(p => ids.Contains(p.Id)).Select(p => ids.Contains(p.Id)).Where(known => known).CountAsync(),
            ["a list of it first"] = (query, ids) =>
                query.Where(p => ids.ToList().Contains(p.Id) && ids.Contains(p.Id)).CountAsync(),
            ["a set of it then"] = (query, ids) =>
                query.Where(p => ids.Contains(p.Id) && ids.ToHashSet().Contains(p.Id)).CountAsync(),
            ["its length first"] = (query, ids) =>
                query.Where(p => ids.Count() == 2 && ids.Any(id => id == p.Id)).CountAsync(),
            ["its last item"] = (query, ids) => query.Where(p => p.Id == ids.Last() || ids.Contains(p.Id)).CountAsync(),
            ["its largest item, in another filter"] = (query, ids) =>
                query.Where(p => ids.Contains(p.Id)).Where(p => p.Id.CompareTo(ids.Max()) <= 0).CountAsync(),
            ["as a dictionary"] = (query, ids) =>
                query.Where(p => ids.ToDictionary(id => id).ContainsKey(p.Id) && ids.Contains(p.Id)).CountAsync(),
            ["a new set of it first"] = (query, ids) =>
                query.Where(p => new HashSet<string>(ids).Contains(p.Id) && ids.Contains(p.Id)).CountAsync(),
            ["a new list of it, filled, then"] = (query, ids) =>
                query.Where(p => ids.Contains(p.Id) && new List<string>(ids) { "x" }.Contains(p.Id)).CountAsync(),
            ["a frozen set of it first"] = (query, ids) =>
                query.Where(p => ids.ToFrozenSet().Contains(p.Id) && ids.Contains(p.Id)).CountAsync(),
            ["an immutable set of it then"] = (query, ids) =>
                query.Where(p => ids.Contains(p.Id) && ids.ToImmutableHashSet().Contains(p.Id)).CountAsync(),
            ["joined first"] = (query, ids) =>
                query.Where(p => string.Join(",", ids).Contains(p.Id) && ids.Contains(p.Id)).CountAsync(),
            ["joined, of objects"] = (query, ids) =>
                query.Where(p => string.Join<object>(",", ids).Contains(p.Id) && ids.Contains(p.Id)).CountAsync(),
            ["a set that takes it in"] = (query, ids) =>
                query
                    .Where(p => ImmutableHashSet.Create("x").Union(ids).Contains(p.Id) && ids.Contains(p.Id))
                    .CountAsync(),
            ["within a quantifier"] = (query, ids) =>
                query.Where(p => new[] { p.Id }.Any(id => ids.Contains(id)) && ids.Contains(p.Id)).CountAsync(),
        };

    public static TheoryData<string> RepeatedNames => [.. Repeated.Keys];

    [Theory]
    [MemberData(nameof(RepeatedNames))]
    public async Task SequenceUsedTwice_IsReadOnceARun(string name)
    {
        await using var service = await TestService.StartAsync(20);

        foreach (
            var query in (ProfileQuery<UserProfile>[])[service.Query(), ProfileQuery.FromItems(TestProfiles.Many(20))]
        )
        {
            var source = new OneShotSequence<string>(Wanted);
            Assert.Equal(2, await Repeated[name](query, source));
            Assert.Equal(1, source.Readings);
        }
    }

    [Fact]
    public async Task QueueReaderAndChannel_GiveTheirItemsToTheRun()
    {
        using var queue = new BlockingCollection<string> { Wanted[0], Wanted[1] };
        queue.CompleteAdding();
        var channel = Channel.CreateUnbounded<string>();
        Assert.All(Wanted, id => Assert.True(channel.Writer.TryWrite(id)));
        channel.Writer.Complete();
        using var reader = new StringReader(string.Join('\n', Wanted));
        var items = ProfileQuery.FromItems(TestProfiles.Many(20));
        ProfileQuery<UserProfile>[] queries =
        [
            items.Where(p => queue.GetConsumingEnumerable().Contains(p.Id)),
            items.Where(p => channel.Reader.ReadAllAsync(default).ToBlockingEnumerable(default).Contains(p.Id)),
            items.Where(p => Lines(reader).Contains(p.Id)),
        ];

        foreach (var query in queries)
        {
            Assert.Contains("may be readable only once", query.Explain().ToString());
            Assert.Equal(2, await query.CountAsync());
        }
    }

    [Fact]
    public async Task ComparisonOfSets_ReadsNoMoreThanItNeeds()
    {
        HashSet<int> known = [3];
        var naturals = Naturals();
        var query = ProfileQuery.FromItems(TestProfiles.Many(20)).Where(p => known.Overlaps(naturals) && p.Id != "");

        Assert.NotEmpty(query.Explain().ToString());
        Assert.Equal(20, await query.CountAsync());

        static IEnumerable<int> Naturals()
        {
            for (var number = 0; ; number = checked(number + 1))
                yield return number;
        }
    }

    [Fact]
    public async Task SequenceReadAgainByEachRun_IsFresh()
    {
        List<string> ids = [Wanted[0]];
        var some = ids.Where(id => id != "none");
        var query = ProfileQuery.FromItems(TestProfiles.Many(20)).Where(p => some.Contains(p.Id));

        Assert.Equal(1, await query.CountAsync());
        _ = query.Explain();
        ids.Add(Wanted[1]);
        Assert.Equal(2, await query.CountAsync());
        ids.Clear();
        Assert.Equal(0, await query.CountAsync());
    }

    [Fact]
    public async Task SequenceReadByARun_IsPushedDown()
    {
        await using var service = await TestService.StartAsync(20);
        var rows = Wanted.Select(id => new { Id = id }).ToList();

        Assert.Equal(
            2,
            (await service.Query().Where(p => rows.Select(row => row.Id).Contains(p.Id)).ToListAsync()).Count
        );
        Assert.Equal(
            2,
            (
                await service
                    .Query()
                    .Where(p => rows.Where(row => row.Id != "x").Select(row => row.Id).Contains(p.Id))
                    .ToListAsync()
            ).Count
        );

        Assert.Equal(4, service.Requests.Count);
        Assert.All(service.Requests, request => Assert.StartsWith("GET /v1/user_profiles/uprof_", request));
        Assert.Equal(2, service.Query().Where(p => rows.Select(row => row.Id).Contains(p.Id)).Explain().Lookups);
    }

    [Fact]
    public async Task SequenceOfACapturedItem_IsReadByTheRunToBeLookedUp()
    {
        await using var service = await TestService.StartAsync(20);
        OneShotSequence<string>[] groups = [new(Wanted[0]), new(), new(Wanted[1])];
        var query = service.Query().Where(p => groups.Any(ids => ids.Any(id => id == p.Id)));

        _ = query.Explain().ToString();
        Assert.All(groups, ids => Assert.Equal(0, ids.Readings));
        Assert.Equal(Wanted, await query.Select(p => p.Id).ToListAsync());
        Assert.All(groups, ids => Assert.Equal(1, ids.Readings));
        Assert.All(service.Requests, request => Assert.StartsWith("GET /v1/user_profiles/uprof_", request));
    }

    [Fact]
    public async Task SequenceThatThrows_FailsAtTheProfileThatNeedsIt()
    {
        var items = ProfileQuery.FromItems(TestProfiles.Many(5));

        Assert.Empty(await items.Where(p => p.Id == "x" && Broken().Contains(p.Id)).ToListAsync());
        await Assert.ThrowsAsync<TimeoutException>(async () =>
            await items.Where(p => Broken().Contains(p.Id)).ToListAsync()
        );
        await Assert.ThrowsAsync<TimeoutException>(async () =>
            await items.Where(p => Broken().Any(id => id == p.Id)).ToListAsync()
        );
    }

    private static Dictionary<
        string,
        Func<ProfileQuery<UserProfile>, IEnumerable<string>, ProfileQuery<UserProfile>>
    > FailingFirst { get; } =
        new()
        {
            ["Contains"] = (query, ids) =>
                query.Where(p => (p.Id == "nobody" && ids.Contains(p.Name)) || ids.Contains(p.Id)),
            ["ToList"] = (query, ids) =>
                query.Where(p => (p.Id == "nobody" && ids.ToList().Contains(p.Id)) || ids.Contains(p.Id)),
            ["new set"] = (query, ids) =>
                query.Where(p => (p.Id == "nobody" && new HashSet<string>(ids).Contains(p.Id)) || ids.Contains(p.Id)),
            ["Any"] = (query, ids) =>
                query.Where(p => (p.Id == "nobody" && ids.Any(id => id == p.Id)) || ids.ToHashSet().Contains(p.Id)),
            ["as objects"] = (query, ids) =>
                query.Where(p =>
                    (p.Id == "nobody" && ((IEnumerable<object>)ids).Contains(p.Id)) || ids.Count(id => id == p.Id) == 1
                ),
            ["two filters"] = (query, ids) =>
                query.Where(p => p.Id != "nobody" || ids.Contains(p.Id)).Where(p => ids.Contains(p.Id)),
        };

    public static TheoryData<string> FailingNames => [.. FailingFirst.Keys];

    [Theory]
    [MemberData(nameof(FailingNames))]
    public async Task SequenceThatFailsWithinAReading_IsNotReadOn(string name)
    {
        var items = ProfileQuery.FromItems(TestProfiles.Many(20));
        OneShotSequence<string> source = new([.. TestProfiles.Ids([1, 2, .. Enumerable.Range(3, 17)])])
        {
            FailsAfter = 2,
        };
        OneShotSequence<string> unneeded = new(Wanted) { FailsAfter = 1 };

        await Assert.ThrowsAsync<TimeoutException>(async () => await FailingFirst[name](items, source).CountAsync());
        Assert.Equal(
            0,
            await FailingFirst[name](items.Where(p => p.Id == "nobody" && p.Name != "x"), unneeded).CountAsync()
        );

        Assert.Equal((1, 1), (source.Readings, unneeded.Readings));
    }

    [Fact]
    public async Task SequenceWithoutAnEnd_IsRefusedInWords()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await ProfileQuery.FromItems(TestProfiles.Many(5)).Where(p => Endless().Contains(p.Id.Length)).ToListAsync()
        );

        Assert.Contains("more than 10,000,000 items", failure.Message);
    }

    [Fact]
    public async Task NullSequence_HasNothing()
    {
        IEnumerable<string>? none = null;
        string[]? noArray = null;
        List<string>? noList = null;
        var items = ProfileQuery.FromItems(TestProfiles.Many(5));

        Assert.Empty(await items.Where(p => none!.Contains(p.Id)).ToListAsync());
        Assert.Empty(await items.Where(p => noArray!.Contains(p.Id)).ToListAsync());
        Assert.Empty(await items.Where(p => noList!.Contains(p.Id)).ToListAsync());
        Assert.Empty(await items.Where(p => none!.Any(id => id == p.Id)).ToListAsync());
    }

    private static IEnumerable<string> Lines(StringReader reader)
    {
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    private static IEnumerable<string> Broken()
    {
        yield return "x";
        throw new TimeoutException();
    }

    private static IEnumerable<int> Endless()
    {
        for (var number = 0; ; number--)
            yield return number;
    }
}
