using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>Sequences and dictionaries of types that no field of a profile has: read once and copied like any other, also where
/// no code can be made at run time.</summary>
public sealed class OwnItemsTests
{
    private static readonly string[] Wanted = TestProfiles.Ids([7, 3]);
    private static readonly UserProfile[] Profiles = TestProfiles.Many(20);

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["Guid"] = Case.Of<Guid>([Helpers.KeyOf("B0001")], c => p => c.Contains(Helpers.KeyOf(p.Name))),
        ["Guid, null comparer"] = Case.Of<Guid>(
            [Helpers.KeyOf("B0001")],
            c => p => c.Contains(Helpers.KeyOf(p.Name), null)
        ),
        ["Guid?"] = Case.Of<Guid?>([null, Helpers.KeyOf("B0001")], c => p => c.Contains(Helpers.KeyOf(p.Name))),
        ["DateOnly"] = Case.Of<DateOnly>(
            [DateOnly.FromDateTime(TestProfiles.Start.Date)],
            c => p => c.Contains(DateOnly.FromDateTime(p.CreatedAt.UtcDateTime.Date))
        ),
        ["decimal"] = Case.Of<decimal>([5m, 6m], c => p => c.Any(x => x == p.Id.Length - 6m)),
        ["char"] = Case.Of<char>(['3', '7'], c => p => c.Contains(p.Id[p.Id.Length - 1])),
        ["enum"] = Case.Of<Level>([Level.High], c => p => c.Contains(Helpers.LevelOf(p.Name))),
        ["enum, with a condition"] = Case.Of<Level>(
            [Level.High],
            c => p => c.Count(x => x == Helpers.LevelOf(p.Name)) == 1
        ),
        ["enum, in a list of it"] = Case.Of<Level>(
            [Level.High],
            c => p => c.ToList().Contains(Helpers.LevelOf(p.Name))
        ),
        ["enum, in a new set"] = Case.Of<Level>(
            [Level.High],
            c => p => new HashSet<Level>(c).Contains(Helpers.LevelOf(p.Name))
        ),
        ["enum, twice"] = Case.Of<Level>(
            [Level.Low],
            c => p => c.ToList().Count == 1 && c.Contains(Helpers.LevelOf(p.Name))
        ),
        ["struct"] = Case.Of<Money>([new(5), new(2)], c => p => c.Contains(Helpers.PriceOf(p.Name))),
        ["class"] = Case.Of<Row>([new(Wanted[0]), new(Wanted[1])], c => p => c.Any(row => row.Id == p.Id)),
        ["class, found by a record's equality"] = Case.Of<Row>([new(Wanted[0])], c => p => c.Contains(new Row(p.Id))),
        ["class, as a queryable"] = Case.Of<Row>(
            [new(Wanted[0])],
            c => p => c.AsQueryable().Select(row => row.Id).Contains(p.Id)
        ),
    };

    private static readonly Dictionary<string, (bool IsPlain, Expression<Func<UserProfile, bool>> Condition)> Keys =
        new()
        {
            ["Dictionary"] = Of(Wanted.ToDictionary(id => id, _ => Level.Low), isPlain: true),
            ["Dictionary of numbers"] = Of(Wanted.ToDictionary(id => id, id => id.Length), isPlain: true),
            ["Dictionary, ordinal"] = Of(Wanted.ToDictionary(id => id, StringComparer.Ordinal), isPlain: true),
            ["Dictionary, folding"] = Of(
                Wanted.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase),
                isPlain: false
            ),
            ["ConcurrentDictionary"] = Of(
                new ConcurrentDictionary<string, Row>(Wanted.ToDictionary(id => id, id => new Row(id))),
                isPlain: true
            ),
            ["FrozenDictionary"] = Of(Wanted.ToFrozenDictionary(id => id), isPlain: true),
            ["FrozenDictionary, folding"] = Of(
                Wanted.ToFrozenDictionary(id => id, StringComparer.OrdinalIgnoreCase),
                isPlain: false
            ),
            ["ImmutableDictionary"] = Of(Wanted.ToImmutableDictionary(id => id, _ => default(Money)), isPlain: true),
            ["ImmutableSortedDictionary"] = Of(Wanted.ToImmutableSortedDictionary(id => id, id => id), isPlain: false),
            ["SortedDictionary, ordinal"] = Of(
                new SortedDictionary<string, int>(Wanted.ToDictionary(id => id, _ => 1), StringComparer.Ordinal),
                isPlain: true
            ),
            ["SortedList"] = Of(new SortedList<string, int>(Wanted.ToDictionary(id => id, _ => 1)), isPlain: false),
            ["own subclass"] = Of(new Named(Wanted), isPlain: false),
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    public static TheoryData<string> KeyNames => [.. Keys.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task SequenceThatIsNoCollection_IsReadOnceARun(string name) => Cases[name].CheckAsync();

    [Theory]
    [MemberData(nameof(KeyNames))]
    public async Task KeysOfADictionary_AreLookedUpWhereTheyAreComparedOrdinally(string name)
    {
        var (isPlain, condition) = Keys[name];
        await using var service = await TestService.StartAsync(20);

        Assert.Equal(Wanted.Order(), (await service.Query().Where(condition).Select(p => p.Id).ToListAsync()).Order());
        Assert.Equal(isPlain, service.Requests.All(request => request.StartsWith("GET /v1/user_profiles/uprof_")));
    }

    [Fact]
    public async Task CollectionChangedWithinAnEnumeration_HasNoEffectOnIt()
    {
        List<Guid> keys = [Helpers.KeyOf("B0001")];
        Dictionary<string, Level> plans = new() { ["pro"] = Level.High };
        List<string> found = [];

        await foreach (
            var profile in ProfileQuery
                .FromItems(Profiles)
                .Where(p => keys.Contains(Helpers.KeyOf(p.Name)) && plans.ContainsKey(p.Metadata["plan"] ?? "none"))
        )
        {
            keys.Clear();
            plans.Clear();
            found.Add(profile.Id);
        }

        Assert.Equal(
            Profiles.Where(p => p.Name is not null && p.Metadata["plan"] == "pro").Select(p => p.Id).OrderDescending(),
            found
        );
    }

    private static (bool, Expression<Func<UserProfile, bool>>) Of<TValue>(
        IReadOnlyDictionary<string, TValue> known,
        bool isPlain
    ) => (isPlain, p => known.ContainsKey(p.Id));

    private sealed record Row(string Id);

    private sealed class Named(IEnumerable<string> names)
        : Dictionary<string, int>(names.ToDictionary(name => name, _ => 1));

    /// <summary>A condition over a sequence, which finds what it finds in LINQ over a list.</summary>
    public sealed class Case(Func<Task> check)
    {
        public static Case Of<T>(T[] items, Func<IEnumerable<T>, Expression<Func<UserProfile, bool>>> condition) =>
            new(() => CheckAsync(items, condition));

        public Task CheckAsync() => check();

        private static async Task CheckAsync<T>(
            T[] items,
            Func<IEnumerable<T>, Expression<Func<UserProfile, bool>>> condition
        )
        {
            OneShotSequence<T> source = new(items);
            var query = ProfileQuery.FromItems(Profiles).Where(condition(source)).Select(p => p.Id);
            var expected = Profiles.Where(condition([.. items]).Compile()).Select(p => p.Id).OrderDescending();

            Assert.NotEmpty(query.Explain().ToString());
            Assert.Equal(0, source.Readings);
            Assert.Equal(expected, (await query.ToListAsync()).OrderDescending());
            Assert.NotEmpty(expected);
            Assert.Equal(1, source.Readings);
        }
    }
}
