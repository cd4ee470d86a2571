using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.Captured;

/// <summary>Collections of the framework are copied when an enumeration starts; an application's own are used as they
/// are.</summary>
public sealed class MomentOfCollectionsTests
{
    private static Dictionary<string, (Expression<Func<UserProfile, bool>> Condition, Action Change)> Copied =>
        new()
        {
            ["array"] = Of<string?[]>(["pro"], c => p => c.Contains(p.Metadata["plan"]), c => c[0] = "free"),
            ["array, any"] = Of<string?[]>(["pro"], c => p => c.Any(x => x == p.Metadata["plan"]), c => c[0] = "free"),
            ["array, folding"] = Of<string?[]>(
                ["PRO"],
                c => p => c.Contains(p.Metadata["plan"], StringComparer.OrdinalIgnoreCase),
                c => c[0] = "free"
            ),
            ["List"] = Of<List<string?>>(["pro"], c => p => c.Contains(p.Metadata["plan"]), c => c.Add("free")),
            ["List, any"] = Of<List<string?>>(
                ["pro"],
                c => p => c.Any(x => x == p.Metadata["plan"]),
                c => c.Add("free")
            ),
            ["List, chained"] = Of<List<string?>>(
                ["pro"],
                c => p => c.Where(x => x != null).Contains(p.Metadata["plan"]),
                c => c.Add("free")
            ),
            ["List of dates"] = Of<List<DateOnly>>(
                [],
                c => p => !c.Contains(DateOnly.FromDateTime(p.CreatedAt.Date)) && p.Metadata["plan"] == "pro",
                c => c.Add(DateOnly.FromDateTime(TestProfiles.Start.Date))
            ),
            ["HashSet"] = Of<HashSet<string?>>(["pro"], c => p => c.Contains(p.Metadata["plan"]), c => c.Add("free")),
            ["SortedSet"] = Of<SortedSet<string?>>(
                new(StringComparer.Ordinal) { "pro" },
                c => p => c.Contains(p.Metadata["plan"]),
                c => c.Add("free")
            ),
            ["LinkedList"] = Of<LinkedList<string?>>(
                new(["pro"]),
                c => p => c.Contains(p.Metadata["plan"]),
                c => c.AddLast("free")
            ),
            ["Queue"] = Of<Queue<string?>>(
                new(["pro"]),
                c => p => c.Contains(p.Metadata["plan"]),
                c => c.Enqueue("free")
            ),
            ["ObservableCollection"] = Of<ObservableCollection<string?>>(
                ["pro"],
                c => p => c.Contains(p.Metadata["plan"]),
                c => c.Add("free")
            ),
            ["Dictionary"] = Of<Dictionary<string, int>>(
                new() { ["pro"] = 1 },
                c => p => c.ContainsKey(p.Metadata["plan"] ?? ""),
                c => c.Add("free", 1)
            ),
            ["Dictionary, any"] = Of<Dictionary<string, int>>(
                new() { ["pro"] = 1 },
                c => p => c.Any(pair => pair.Key == p.Metadata["plan"]),
                c => c.Add("free", 1)
            ),
            ["SortedDictionary"] = Of<SortedDictionary<string, int>>(
                new(StringComparer.Ordinal) { ["pro"] = 1 },
                c => p => c.ContainsKey(p.Metadata["plan"] ?? ""),
                c => c.Add("free", 1)
            ),
            ["ConcurrentDictionary"] = Of<ConcurrentDictionary<string, int>>(
                new() { ["pro"] = 1 },
                c => p => c.ContainsKey(p.Metadata["plan"] ?? ""),
                c => c.TryAdd("free", 1)
            ),
            ["ConcurrentBag"] = Of<ConcurrentBag<string?>>(
                ["pro"],
                c => p => c.Contains(p.Metadata["plan"]),
                c => c.Add("free")
            ),
        };

    public static TheoryData<string> Names => [.. Copied.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task CollectionChangedWithinAnEnumeration_HasNoEffectOnIt(string name)
    {
        await using var service = await TestService.StartAsync(250);
        var (condition, change) = Copied[name];
        List<string> ids = [];

        await foreach (var profile in service.Query().Where(condition))
        {
            if (ids.Count == 0)
                change();
            ids.Add(profile.Id);
        }

        Assert.Equal(TestProfiles.IdsWhere(250, p => p.Metadata["plan"] == "pro"), ids);
    }

    [Fact]
    public async Task CollectionOfTheApplications_IsUsedAsItIs()
    {
        await using var service = await TestService.StartAsync(250);
        var plans = new FoldingList(["PRO"]);
        List<string> ids = [];

        await foreach (
            var profile in service.Query().WithPrefetch(0).Where(p => plans.Contains(p.Metadata["plan"] ?? ""))
        )
        {
            if (ids.Count == 0)
                plans.Add("FREE");
            ids.Add(profile.Id);
        }

        // The first page had been filtered by then.
        Assert.Equal(
            TestProfiles.IdsWhere(
                250,
                p =>
                    p.Metadata["plan"] == "pro"
                    || (p.Metadata["plan"] == "free" && p.CreatedAt < TestProfiles.Start.AddMinutes(150))
            ),
            ids
        );
    }

    private static (Expression<Func<UserProfile, bool>>, Action) Of<T>(
        T collection,
        Func<T, Expression<Func<UserProfile, bool>>> condition,
        Action<T> change
    ) => (condition(collection), () => change(collection));
}
