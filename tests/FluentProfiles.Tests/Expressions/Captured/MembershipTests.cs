using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>Membership is what the object at hand means by it, and is looked up by the library only where that is known.</summary>
public sealed class MembershipTests
{
    private static readonly string Id = TestProfiles.IdOf(3);
    private static readonly string Other = TestProfiles.IdOf(5).ToUpperInvariant();
    private static readonly string[] Ids = [Id, Other];
    private static readonly StringComparer Folding = StringComparer.OrdinalIgnoreCase;
    private static readonly StringComparer Ordinal = StringComparer.Ordinal;
    private static readonly StringComparer Cultured = StringComparer.InvariantCulture;

    /// <summary>Collections of the framework, and what is asked of them: true where it is plain equality.</summary>
    private static Dictionary<string, (bool IsPlain, Expression<Func<UserProfile, bool>> Condition)> Known { get; } =
        new()
        {
            ["array, Enumerable"] = Of(Ids, true, c => p => Enumerable.Contains(c, p.Id)),
            ["array, folding"] = Of(Ids, false, c => p => Enumerable.Contains(c, p.Id, Folding)),
            ["array, cultured"] = Of(Ids, false, c => p => Enumerable.Contains(c, p.Id, Cultured)),
            ["array as a sequence"] = Of<IEnumerable<string>>(Ids, true, c => p => c.Contains(p.Id)),
            ["array as a list"] = Of<IList<string>>(Ids, true, c => p => c.Contains(p.Id)),
            ["array as objects"] = Of<IEnumerable<object>>(Ids, false, c => p => c.Contains(p.Id)),
            ["segment"] = Of(new ArraySegment<string>(Ids, 0, 1), true, c => p => c.Contains(p.Id)),
            ["List"] = Of(new List<string>(Ids), true, c => p => c.Contains(p.Id)),
            ["List as a collection"] = Of<ICollection<string>>(new List<string>(Ids), true, c => p => c.Contains(p.Id)),
            ["List as IReadOnlyList"] = Of<IReadOnlyList<string>>(
                new List<string>(Ids),
                true,
                c => p => c.Contains(p.Id)
            ),
            ["collection expression"] = Of<IReadOnlyList<string>>([Id, Other], true, c => p => c.Contains(p.Id)),
            ["collection expression of one"] = Of<IEnumerable<string>>([Id], true, c => p => c.Contains(p.Id)),
            ["HashSet"] = Of(Ids.ToHashSet(), true, c => p => c.Contains(p.Id)),
            ["HashSet, ordinal"] = Of(Ids.ToHashSet(Ordinal), true, c => p => c.Contains(p.Id)),
            ["HashSet, folding"] = Of(Ids.ToHashSet(Folding), false, c => p => c.Contains(p.Id)),
            ["HashSet, folding, as a sequence"] = Of<IEnumerable<string>>(
                Ids.ToHashSet(Folding),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["HashSet, folding, as objects"] = Of<IEnumerable<object>>(
                Ids.ToHashSet(Folding),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["HashSet, folding, compared by default"] = Of(
                Ids.ToHashSet(Folding),
                true,
                c => p => Enumerable.Contains(c, p.Id, null)
            ),
            ["HashSet as ISet"] = Of<ISet<string>>(Ids.ToHashSet(), true, c => p => c.Contains(p.Id)),
            ["HashSet as IReadOnlySet"] = Of<IReadOnlySet<string>>(Ids.ToHashSet(), true, c => p => c.Contains(p.Id)),
            ["HashSet, folding, as IReadOnlySet"] = Of<IReadOnlySet<string>>(
                Ids.ToHashSet(Folding),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["FrozenSet"] = Of(Ids.ToFrozenSet(), true, c => p => c.Contains(p.Id)),
            ["FrozenSet, folding"] = Of(Ids.ToFrozenSet(Folding), false, c => p => c.Contains(p.Id)),
            ["SortedSet"] = Of(new SortedSet<string>(Ids), false, c => p => c.Contains(p.Id)),
            ["SortedSet, ordinal"] = Of(new SortedSet<string>(Ids, Ordinal), true, c => p => c.Contains(p.Id)),
            ["SortedSet, folding"] = Of(new SortedSet<string>(Ids, Folding), false, c => p => c.Contains(p.Id)),
            ["SortedSet, a view"] = Of(
                new SortedSet<string>(Ids, Folding).GetViewBetween("a", "z"),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["LinkedList"] = Of(new LinkedList<string>(Ids), true, c => p => c.Contains(p.Id)),
            ["Queue"] = Of(new Queue<string>(Ids), true, c => p => c.Contains(p.Id)),
            ["Stack"] = Of(new Stack<string>(Ids), true, c => p => c.Contains(p.Id)),
            ["Collection"] = Of(new Collection<string>([.. Ids]), true, c => p => c.Contains(p.Id)),
            ["Collection of a folding one"] = Of(
                new Collection<string>(new FoldingList(Ids)),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["ObservableCollection"] = Of(new ObservableCollection<string>(Ids), true, c => p => c.Contains(p.Id)),
            ["ReadOnlyCollection"] = Of(new List<string>(Ids).AsReadOnly(), true, c => p => c.Contains(p.Id)),
            ["ReadOnlyCollection of a folding one"] = Of(
                new ReadOnlyCollection<string>(new FoldingList(Ids)),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["ImmutableArray"] = Of(Ids.ToImmutableArray(), true, c => p => c.Contains(p.Id)),
            ["ImmutableList"] = Of(Ids.ToImmutableList(), true, c => p => c.Contains(p.Id)),
            ["ImmutableHashSet"] = Of(Ids.ToImmutableHashSet(), true, c => p => c.Contains(p.Id)),
            ["ImmutableHashSet, folding"] = Of(Ids.ToImmutableHashSet(Folding), false, c => p => c.Contains(p.Id)),
            ["IImmutableSet, folding"] = Of<IImmutableSet<string>>(
                Ids.ToImmutableHashSet(Folding),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["ImmutableSortedSet"] = Of(Ids.ToImmutableSortedSet(), false, c => p => c.Contains(p.Id)),
            ["ImmutableSortedSet, ordinal"] = Of(Ids.ToImmutableSortedSet(Ordinal), true, c => p => c.Contains(p.Id)),
            ["ImmutableSortedSet, folding"] = Of(Ids.ToImmutableSortedSet(Folding), false, c => p => c.Contains(p.Id)),
            ["ImmutableQueue"] = Of(ImmutableQueue.Create(Ids), true, c => p => c.Contains(p.Id)),
            ["ImmutableStack"] = Of(ImmutableStack.Create(Ids), true, c => p => c.Contains(p.Id)),
            ["ConcurrentBag"] = Of(new ConcurrentBag<string>(Ids), true, c => p => c.Contains(p.Id)),
            ["ConcurrentQueue"] = Of(new ConcurrentQueue<string>(Ids), true, c => p => c.Contains(p.Id)),
            ["ConcurrentStack"] = Of(new ConcurrentStack<string>(Ids), true, c => p => c.Contains(p.Id)),
            ["group"] = Of(Ids.GroupBy(_ => 1).Single(), true, c => p => c.Contains(p.Id)),
            ["Lookup"] = Of(Ids.ToLookup(id => id, Folding), false, c => p => c.Contains(p.Id)),
            ["Dictionary"] = Of(Ids.ToDictionary(id => id), true, c => p => c.ContainsKey(p.Id)),
            ["Dictionary, of numbers"] = Of(Ids.ToDictionary(id => id, _ => 1), true, c => p => c.ContainsKey(p.Id)),
            ["Dictionary, folding"] = Of(Ids.ToDictionary(id => id, Folding), false, c => p => c.ContainsKey(p.Id)),
            ["Dictionary as an interface"] = Of<IReadOnlyDictionary<string, string>>(
                Ids.ToDictionary(id => id),
                true,
                c => p => c.ContainsKey(p.Id)
            ),
            ["keys of a Dictionary"] = Of(Ids.ToDictionary(id => id).Keys, false, c => p => c.Contains(p.Id)),
            ["keys of a folding one"] = Of(Ids.ToDictionary(id => id, Folding).Keys, false, c => p => c.Contains(p.Id)),
            ["keys of a folding one, Enumerable"] = Of(
                Ids.ToDictionary(id => id, Folding).Keys,
                false,
                c => p => Enumerable.Contains(c, p.Id)
            ),
            ["values of a folding one"] = Of(
                Ids.ToDictionary(id => id, Folding).Values,
                true,
                c => p => c.Contains(p.Id)
            ),
            ["ContainsValue"] = Of(Ids.ToDictionary(id => id), false, c => p => c.ContainsValue(p.Id)),
            ["SortedDictionary"] = Of(
                new SortedDictionary<string, int>(Ids.ToDictionary(id => id, _ => 1)),
                false,
                c => p => c.ContainsKey(p.Id)
            ),
            ["SortedDictionary, ordinal"] = Of(
                new SortedDictionary<string, int>(Ids.ToDictionary(id => id, _ => 1), Ordinal),
                true,
                c => p => c.ContainsKey(p.Id)
            ),
            ["SortedList, folding"] = Of(
                new SortedList<string, int>(Ids.ToDictionary(id => id, _ => 1), Folding),
                false,
                c => p => c.ContainsKey(p.Id)
            ),
            ["FrozenDictionary"] = Of(Ids.ToFrozenDictionary(id => id), true, c => p => c.ContainsKey(p.Id)),
            ["FrozenDictionary, folding"] = Of(
                Ids.ToFrozenDictionary(id => id, Folding),
                false,
                c => p => c.ContainsKey(p.Id)
            ),
            ["ImmutableDictionary"] = Of(Ids.ToImmutableDictionary(id => id), true, c => p => c.ContainsKey(p.Id)),
            ["ImmutableDictionary, folding"] = Of(
                Ids.ToImmutableDictionary(id => id, Folding),
                false,
                c => p => c.ContainsKey(p.Id)
            ),
            ["keys of a folding ImmutableDictionary"] = Of(
                Ids.ToImmutableDictionary(id => id, Folding).Keys,
                true,
                c => p => c.Contains(p.Id)
            ),
            ["ConcurrentDictionary"] = Of(Concurrent(Ordinal), true, c => p => c.ContainsKey(p.Id)),
            ["ConcurrentDictionary, folding"] = Of(Concurrent(Folding), false, c => p => c.ContainsKey(p.Id)),
            ["keys of a folding ConcurrentDictionary"] = Of(Concurrent(Folding).Keys, true, c => p => c.Contains(p.Id)),

            // The caller's own.
            ["own extension"] = Of(Ids, false, c => p => Own.MembershipExtensions.Contains(c, p.Id, 0)),
            ["own extension of a List"] = Of(
                new List<string>(Ids),
                false,
                c => p => Own.MembershipExtensions.Contains((object)c, p.Id)
            ),
            ["own extension by name"] = Of(new Registry(Ids), false, c => p => c.Contains(p.Id)),
            ["own extension ContainsKey"] = Of(Ids, false, c => p => Own.MembershipExtensions.ContainsKey(c, p.Id)),
            ["own extension on a map"] = Of(
                Ids,
                false,
                c => p => Own.MembershipExtensions.ContainsKey(p.Metadata, c, p.Id)
            ),
            ["List that hides Contains"] = Of(new FoldingList(Ids), false, c => p => c.Contains(p.Id)),
            ["List that hides Contains, as a List"] = Of<List<string>>(
                new FoldingList(Ids),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["List that hides Contains, as IList"] = Of<IList<string>>(
                new FoldingList(Ids),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["List that hides Contains, as a sequence"] = Of<IEnumerable<string>>(
                new FoldingList(Ids),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["generic List that hides Contains"] = Of(
                new PickyList<string>(Folding, Ids),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["collection with Contains"] = Of<IEnumerable<string>>(
                new Registry(Ids),
                false,
                c => p => c.Contains(p.Id)
            ),
            ["set of one's own"] = Of(new FoldingSet(Ids), false, c => p => c.Contains(p.Id)),
            ["KeyedCollection"] = Of(new Keyed(Folding, Ids), false, c => p => c.Contains(p.Id)),
            ["IndexOf of a List"] = Of(new List<string>(Ids), true, c => p => c.IndexOf(p.Id) >= 0),
            ["IndexOf of a List that hides it"] = Of(new FoldingList(Ids), false, c => p => c.IndexOf(p.Id) >= 0),
            ["Any of one's own"] = Of(new Registry(Ids), false, c => p => c.Any(id => id == p.Id)),
            ["Exists"] = Of(new List<string>(Ids), true, c => p => c.Exists(id => id == p.Id)),
            ["object with Contains"] = Of(new Range("uprof_000002", "uprof_000004"), false, c => p => c.Contains(p.Id)),
        };

    // As C# 14 binds them.
    private static Dictionary<
        string,
        (bool IsPlain, Expression<Func<UserProfile, bool>> Condition)
    > OverSpans { get; } =
        new()
        {
            ["array"] = Of(Ids, true, c => p => c.Contains(p.Id)),
            ["array, ordinal"] = Of(Ids, true, c => p => c.Contains(p.Id, Ordinal)),
            ["array of objects"] = Of<object[]>([Id, 3, Other], false, c => p => c.Contains(p.Id)),
        };

    public static TheoryData<string> Names => [.. Known.Keys];

    public static TheoryData<string> SpanNames => [.. OverSpans.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Membership_IsWhatTheObjectMeans(string name) => AssertMeansAsync(Known[name]);

    [Theory]
    [Trait("Needs", "Compiler")]
    [MemberData(nameof(SpanNames))]
    public Task MembershipInASpan_IsThatInTheArray(string name) => AssertMeansAsync(OverSpans[name]);

    [Fact]
    public async Task CollectionChangedByTheCallersCode_IsTheCallersOwn()
    {
        HashSet<string> seen = [];
        List<string> log = [];
        var items = ProfileQuery.FromItems(TestProfiles.Many(8));

        var plans = await items.Where(p => seen.Add(p.Metadata["plan"] ?? "none")).CountAsync();
        Assert.Equal(8, await items.Where(p => Log(log, p.Id)).CountAsync());

        Assert.Equal(3, plans);
        Assert.Equal(["free", "none", "pro"], seen.Order());
        Assert.Equal(8, log.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NullKey_ThrowsAsADictionaryDoes(bool isCompiled)
    {
        var known = Ids.ToDictionary(id => id);
        var items = ProfileQuery.FromItems(TestProfiles.Many(8));

        var failure = await Assert.ThrowsAsync<ArgumentNullException>(async () =>
            await items
                .Where(p => known.ContainsKey(p.Metadata["none"]!) && (!isCompiled || p.Id.IndexOf('u') == 0))
                .ToListAsync()
        );

        Assert.Equal("key", failure.ParamName);
    }

    [Fact]
    public async Task ItemsOfOtherTypes_AreFound()
    {
        var items = ProfileQuery.FromItems(TestProfiles.Many(8));
        DateTimeOffset?[] times = [TestProfiles.Start, null];
        SortedSet<DateTimeOffset> sorted = [TestProfiles.Start, TestProfiles.Start.AddMinutes(1)];
        List<DateOnly> dates = [DateOnly.FromDateTime(TestProfiles.Start.Date)];
        HashSet<int?> lengths = [12, null];
        ImmutableSortedSet<long> numbers = [12];
        List<string?> names = [null, "B0001"];
        HashSet<Part> parts = [new("B0001")];

        Assert.Equal(1, await items.CountAsync(p => times.Contains(p.CreatedAt)));
        Assert.Equal(2, await items.CountAsync(p => sorted.Contains(p.CreatedAt)));
        Assert.Equal(8, await items.CountAsync(p => dates.Contains(DateOnly.FromDateTime(p.CreatedAt.Date))));
        Assert.Equal(8, await items.CountAsync(p => lengths.Contains(p.Id.Length)));
        Assert.Equal(8, await items.CountAsync(p => numbers.Contains(p.Id.Length)));
        Assert.Equal(3, await items.CountAsync(p => names.Contains(p.Name)));
        Assert.Equal(1, await items.CountAsync(p => parts.Contains(new Part(p.Name))));
        Assert.Equal(8, await items.CountAsync(p => "uvw".Contains(p.Id[0])));
        Assert.Equal(8, await items.CountAsync(p => Enumerable.Contains("uvw", p.Id[0])));
        Assert.Equal(8, await items.CountAsync(p => Enumerable.Range(10, 5).Contains(p.Id.Length)));
    }

    private static async Task AssertMeansAsync((bool IsPlain, Expression<Func<UserProfile, bool>> Condition) known)
    {
        var (isPlain, condition) = known;
        await using var service = await TestService.StartAsync(8);
        var expected = TestProfiles.Listed(8).Where(condition.Compile()).Select(p => p.Id).ToList();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, await service.Query().Where(condition).Select(p => p.Id).ToListAsync());
        Assert.Equal(isPlain, service.Requests.All(request => request.StartsWith("GET /v1/user_profiles/")));

        // The same where it has to be compiled, and negated.
        Expression<Func<UserProfile, bool>> forced = p => p.Id.IndexOf('u') == 0;
        var compiled = Expression.Lambda<Func<UserProfile, bool>>(
            Expression.And(new Swap(condition.Parameters[0], forced.Parameters[0]).Visit(condition.Body), forced.Body),
            forced.Parameters
        );
        Assert.Equal(expected, await service.Query().Where(compiled).Select(p => p.Id).ToListAsync());
        var negated = Expression.Lambda<Func<UserProfile, bool>>(Expression.Not(condition.Body), condition.Parameters);
        Assert.Equal(8 - expected.Count, await service.Query().Where(negated).CountAsync());
    }

    private static bool Log(List<string> log, string id)
    {
        log.Add(id);
        return true;
    }

    private static ConcurrentDictionary<string, int> Concurrent(StringComparer comparer) =>
        new(Ids.Select(id => KeyValuePair.Create(id, 1)), comparer);

    private static (bool, Expression<Func<UserProfile, bool>>) Of<T>(
        T collection,
        bool isPlain,
        Func<T, Expression<Func<UserProfile, bool>>> condition
    ) => (isPlain, condition(collection));

    private sealed record Part(string? Name);

    private sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
