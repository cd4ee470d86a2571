using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Expressions.Identity;

/// <summary>A token holds for the query that made it, down to the last tick of a captured value, and for the same query made
/// anew.</summary>
public sealed class TokenIdentityTests
{
    private static readonly DateTimeOffset Noon = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A query for each of two values; the second one differs in the last detail.</summary>
    private static readonly Dictionary<
        string,
        Func<ProfileQuery<UserProfile>, int, ProfileQuery<UserProfile>>
    > Queries = new()
    {
        ["regex pattern"] = (q, n) => With(q, new Regex(n == 0 ? "." : ".?")),
        ["regex options"] = (q, n) => With(q, new Regex(".", n == 0 ? RegexOptions.None : RegexOptions.IgnoreCase)),
        ["regex timeout"] = (q, n) => With(q, new Regex(".", RegexOptions.None, TimeSpan.FromTicks(50_000_000 + n))),
        ["struct"] = (q, n) => With(q, new Range(n, 99)),
        ["record"] = (q, n) => With(q, new Rule(["a", $"{n}"])),
        ["object"] = (q, n) => With(q, new Filter(n)),
        ["object with an array"] = (q, n) => With(q, new ListFilter($"a{n}")),
        ["object in a record"] = (q, n) => With(q, new Outer(new Rule([$"{n}"]))),
        ["bound by a tick"] = (q, n) => Before(q, Noon.AddTicks(n)),
        ["times by a tick"] = (q, n) => NotAmong(q, [Noon.AddTicks(n)]),
        ["set of times by a tick"] = (q, n) => NotAmong(q, new HashSet<DateTimeOffset> { Noon.AddTicks(n) }),
        ["time of day by a tick"] = (q, n) => With(q, new TimeOnly(n)),
        ["duration by a tick"] = (q, n) => With(q, TimeSpan.FromTicks(n)),
        ["kind of a time"] = (q, n) => With(q, new DateTime(5, n == 0 ? DateTimeKind.Utc : DateTimeKind.Unspecified)),
        ["offset of a time"] = (q, n) => With(q, Noon.ToOffset(TimeSpan.FromHours(n))),
        ["last bit of a double"] = (q, n) =>
            With(q, n == 0 ? 0.1 : BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(0.1) + 1)),
        ["last bit of a float"] = (q, n) => With(q, n == 0 ? 0.1f : 0.10000001f),
        ["decimal"] = (q, n) => With(q, 1.0000000000000000000000001m + n),
        ["type of a number"] = (q, n) => With(q, n == 0 ? (object)1 : 1L),
        ["letter or text"] = (q, n) => With(q, n == 0 ? (object)'a' : "a"),
        ["null or empty"] = (q, n) => With(q, new[] { n == 0 ? null : "" }),
        ["one text or two"] = (q, n) => With<string[]>(q, n == 0 ? ["a", "b"] : ["a\nb"]),
        ["comma in a text"] = (q, n) => With<string[]>(q, n == 0 ? ["a", "b"] : ["a,b"]),
        ["quote in a text"] = (q, n) => With(q, n == 0 ? "a\" b" : "a\\\" b"),
        ["order of a list"] = (q, n) => With<List<string>>(q, n == 0 ? ["a", "b"] : ["b", "a"]),
        ["a later item"] = (q, n) => With<int[]>(q, [1, 2, 3, 4, 5 + n]),
        ["nested list"] = (q, n) =>
            With<int[][]>(
                q,
                n == 0
                    ?
                    [
                        [1],
                        [2, 3],
                    ]
                    :
                    [
                        [1, 2],
                        [3],
                    ]
            ),
        ["list in a dictionary"] = (q, n) => With(q, new Dictionary<string, int[]> { ["a"] = [n] }),
        ["comparer of a set"] = (q, n) => With(q, new HashSet<string>(["a"], Comparer(n))),
        ["comparer of a dictionary"] = (q, n) => With(q, new Dictionary<string, int>(Comparer(n)) { ["a"] = 1 }),
        ["comparer of a frozen set"] = (q, n) => With(q, new[] { "a" }.ToFrozenSet(Comparer(n))),
        ["comparer of a sorted set"] = (q, n) => With(q, new SortedSet<string>(["a"], Comparer(n))),
        ["comparer"] = (q, n) => With(q, Comparer(n)),
        ["options of a comparer"] = (q, n) =>
            With(
                q,
                StringComparer.Create(
                    CultureInfo.InvariantCulture,
                    n == 0 ? CompareOptions.IgnoreCase : CompareOptions.IgnoreSymbols
                )
            ),
        ["tuple"] = (q, n) => With(q, ("a", n)),
        ["anonymous object"] = (q, n) => With(q, new { A = "a", B = n }),
        ["enumeration"] = (q, n) => With(q, n == 0 ? DayOfWeek.Friday : DayOfWeek.Monday),
        ["status"] = (q, n) => With(q, n == 0 ? EnforcementStatus.Banned : EnforcementStatus.Pending),
        ["address"] = (q, n) => With(q, new Uri($"https://{n}.example")),
        ["method"] = (q, n) => n == 0 ? q.Where(p => Yes(p.Id)) : q.Where(p => True(p.Id)),
        ["overload"] = (q, n) => n == 0 ? q.Where(p => Yes(p.Id)) : q.Where(p => Yes((object)p.Id)),
        ["type argument"] = (q, n) => n == 0 ? q.Where(p => Is<string>(p.Id)) : q.Where(p => Is<object>(p.Id)),
        ["declaring type"] = (q, n) => n == 0 ? q.Where(p => Yes(p.Id)) : q.Where(p => Other.Yes(p.Id)),
        ["delegate"] = (q, n) => Called(q, n == 0 ? Yes : True),
        ["value in a lambda within"] = (q, n) => q.Where(p => Check(x => x.Length != n + 100, p.Id)),
        ["conversion"] = (q, n) =>
            n == 0 ? q.Where(p => (byte)p.Id.Length != 99) : q.Where(p => (short)p.Id.Length != 99),
        ["checked"] = (q, n) =>
            n == 0 ? q.Where(p => unchecked(p.Id.Length + 1) > 0) : q.Where(p => checked(p.Id.Length + 1) > 0),
        ["what a Select makes"] = (q, n) => Suffixed(q, $"{n}"),
        ["direction"] = (q, n) => n == 0 ? q.Take(40).OrderBy(p => p.Id) : q.Take(40).OrderByDescending(p => p.Id),
        ["text that looks like code"] = (q, n) =>
            n == 0 ? q.Where(p => p.Id != "a" && p.Id != "b") : q.Where(p => p.Id != "a\" && p.Id != \"b"),
        ["statuses with a comma"] = (q, n) =>
            WithStatuses(q, n == 0 ? ["banned", "pending"] : ["banned", "restricted"]),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TokenOfAnotherQuery_IsRefused(string name)
    {
        await using var service = await TestService.StartAsync(60);
        var token = (await Queries[name](service.Query(), 0).ToPageAsync(2)).ResumeToken;
        Assert.NotNull(token);
        service.Emulator.ClearRequests();

        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await Queries[name](service.Query(), 1).ToPageAsync(2, token)
        );

        Assert.Empty(service.Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TokenOfTheSameQueryMadeAnew_Resumes(string name)
    {
        await using var service = await TestService.StartAsync(60);
        var query = Queries[name];
        var token = (await query(service.Query(), 0).ToPageAsync(2)).ResumeToken;

        var page = await query(service.Query(), 0).ToPageAsync(2, token);

        Assert.Equal(
            await query(service.Query(), 0).Skip(2).Take(2).Select(p => p.Id).ToListAsync(),
            page.Items.Select(p => p.Id)
        );
    }

    [Fact]
    public async Task OrderOfASet_DoesNotMatter()
    {
        await using var service = await TestService.StartAsync(60);
        string[] up = ["banned", "pending", "restricted"];
        string[] down = ["restricted", "pending", "banned"];
        Func<string[], ProfileQuery<UserProfile>>[] queries =
        [
            items => With(service.Query(), items.ToHashSet()),
            items => With(service.Query(), items.ToFrozenSet()),
            items => With(service.Query(), items.ToImmutableHashSet()),
            items => With(service.Query(), items.ToDictionary(item => item, item => item.Length)),
            items => WithStatuses(service.Query(), [.. items.Select(item => (EnforcementStatus)item)]),
        ];

        foreach (var query in queries)
            await query(down).ToPageAsync(2, (await query(up).ToPageAsync(2)).ResumeToken);
    }

    [Fact]
    public async Task NamesOfParametersAndTheProjection_DoNotMatter()
    {
        await using var service = await TestService.StartAsync(60);
        var token = (await service.Query().Where(p => p.Id != "a").ToPageAsync(2)).ResumeToken;

        var ids = await service.Query().Where(x => x.Id != "a").Select(x => x.Id + "!").ToPageAsync(1, token);

        Assert.Equal([TestProfiles.IdOf(57) + "!"], ids.Items);
    }

    [Fact]
    public async Task NumbersThatAComparisonCannotTellApart_AreOne()
    {
        await using var service = await TestService.StartAsync(60);
        Func<double, decimal, ProfileQuery<UserProfile>> compared = (d, m) =>
            service.Query().Where(p => p.Name!.Length > d && p.Name.Length >= m && p.Metadata.Count != (float)d);
        Func<double, ProfileQuery<UserProfile>> printed = d => service.Query().Where(p => p.Name != $"{d}");
        Func<decimal, ProfileQuery<UserProfile>> passed = m => With(service.Query(), m);

        await compared(-0.0, 1.00m).ToPageAsync(2, (await compared(0.0, 1.0m).ToPageAsync(2)).ResumeToken);
        var zero = (await printed(0.0).ToPageAsync(2)).ResumeToken;
        await Assert.ThrowsAsync<ArgumentException>(() => printed(-0.0).ToPageAsync(2, zero).AsTask());
        var one = (await passed(1.0m).ToPageAsync(2)).ResumeToken;
        await Assert.ThrowsAsync<ArgumentException>(() => passed(1.00m).ToPageAsync(2, one).AsTask());
        var more = (await compared(0.0, 1.0m).ToPageAsync(2)).ResumeToken;
        await Assert.ThrowsAsync<ArgumentException>(() => compared(0.0, 1.01m).ToPageAsync(2, more).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => compared(0.5, 1.0m).ToPageAsync(2, more).AsTask());
    }

    [Fact]
    public async Task Details_CountWhereAConditionLooksAtThem()
    {
        await using var service = await TestService.StartAsync(60);
        var plain = (await service.Query().Where(p => p.Name != "a").ToPageAsync(2)).ResumeToken;

        await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Query().WithDetails().Where(p => p.Name != "a").ToPageAsync(2, plain).AsTask()
        );
        await service.Query().Where(p => p.Name != "a").WithDetails().ToPageAsync(2, plain);
        var detailed = (await service.Query().WithDetails(2).Where(p => p.Name != "a").ToPageAsync(2)).ResumeToken;
        await service.Query().WithDetails(4).Where(p => p.Name != "a").ToPageAsync(2, detailed);
    }

    [Fact]
    public async Task LookUps_AreToldApartByTheirIds()
    {
        await using var service = await TestService.StartAsync(60);
        var query = Named(service, ["uprof_000001", "uprof_000002,uprof_000003"]);
        var token = (await Named(service, ["uprof_000001", "uprof_000002", "uprof_000003"]).ToPageAsync(1)).ResumeToken;

        await Assert.ThrowsAsync<ArgumentException>(async () => await query.ToPageAsync(1, token));
        await Named(service, ["uprof_000003", "uprof_000001", "uprof_000002"]).ToPageAsync(1, token);
    }

    [Fact]
    public async Task CodeOnTheClient_IsKnownByItsCodeAlone()
    {
        await using var service = await TestService.StartAsync(60);
        var token = (await OnClient(service, "a").ToPageAsync(2)).ResumeToken;

        // What the docs state: the values that such code captures are not seen.
        Assert.NotEmpty((await OnClient(service, "b").ToPageAsync(2, token)).Items);
    }

    private static ProfileQuery<UserProfile> OnClient(TestService service, string name) =>
        service.Query().WhereOnClient(p => p.Name != name);

    private static bool Check(Func<string, bool> holds, string id) => holds(id);

    private static ProfileQuery<UserProfile> Named(TestService service, string[] ids) =>
        service.Query().Where(p => ids.Contains(p.Id));

    private static ProfileQuery<UserProfile> With<TValue>(ProfileQuery<UserProfile> query, TValue value) =>
        query.Where(p => Holds(value, p.Id));

    private static ProfileQuery<UserProfile> With(ProfileQuery<UserProfile> query, Filter filter) =>
        query.Where(p => filter.Holds(p.Id));

    private static ProfileQuery<UserProfile> With(ProfileQuery<UserProfile> query, Regex regex) =>
        query.Where(p => regex.IsMatch(p.Id));

    private static ProfileQuery<UserProfile> Before(ProfileQuery<UserProfile> query, DateTimeOffset time) =>
        query.Where(p => p.UpdatedAt < time);

    private static ProfileQuery<UserProfile> NotAmong(
        ProfileQuery<UserProfile> query,
        IReadOnlyCollection<DateTimeOffset> times
    ) => query.Where(p => !times.Contains(p.CreatedAt));

    private static ProfileQuery<UserProfile> Called(ProfileQuery<UserProfile> query, Func<string, bool> holds) =>
        query.Where(p => holds(p.Id));

    private static ProfileQuery<UserProfile> Suffixed(ProfileQuery<UserProfile> query, string suffix) =>
        query.Select(p => new Row(p, p.Id + suffix)).Where(r => r.Label != "a").Select(r => r.Profile);

    private static ProfileQuery<UserProfile> WithStatuses(
        ProfileQuery<UserProfile> query,
        EnforcementStatus[] statuses
    ) => query.Where(p => statuses.Contains(p.EnforcementStatus));

    private static StringComparer Comparer(int n) => n == 0 ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private static bool Holds<TValue>(TValue value, string id) => value is not null && id.Length > 0;

    private static bool Yes(string id) => id.Length > 0;

    private static bool Yes(object id) => id is not null;

    private static bool True(string id) => id.Length > 1;

    private static bool Is<TType>(object id) => id is TType;

    private static class Other
    {
        public static bool Yes(string id) => id.Length > 0;
    }

    private sealed record Row(UserProfile Profile, string Label);

    private sealed record Rule(string[] Names);

    private sealed record Outer(Rule Inner);

    private readonly struct Range(int from, int to)
    {
        public int From { get; } = from;

        public int To { get; } = to;
    }

    private class Filter(int least)
    {
        protected int Least => least;

        public virtual bool Holds(string id) => id.Length > Least;
    }

    private sealed class ListFilter(params string[] names) : Filter(0)
    {
        public override bool Holds(string id) => !names.Contains(id);
    }
}
