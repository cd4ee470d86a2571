using System.Linq.Expressions;
using FluentProfiles.Tests.Expressions.Captured;
using VisualBasic = Microsoft.VisualBasic.CompilerServices.Operators;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>What means the same is planned the same.</summary>
public sealed class FilterFormTests
{
    private const string Listing = "GET /v1/user_profiles?limit=100";
    private const string Banned = Listing + "&enforcement_status%5B%5D=banned";
    private const string Both = Banned + "&enforcement_status%5B%5D=restricted";
    private const string Seven = "GET /v1/user_profiles/uprof_000007";

    private static readonly bool No = false;
    private static readonly bool Yes = true;
    private static readonly bool? Unsure = null;
    private static readonly string Id = "uprof_000007";
    private static readonly object Boxed = Id;
    private static readonly EnforcementStatus? Maybe = EnforcementStatus.Banned;
    private static readonly EnforcementStatus?[] Nullable = [EnforcementStatus.Banned, EnforcementStatus.Restricted];
    private static readonly EnforcementStatus?[] WithNull = [EnforcementStatus.Banned, null];
    private static readonly EnforcementStatus[] Statuses = [EnforcementStatus.Banned, EnforcementStatus.Restricted];
    private static readonly HashSet<EnforcementStatus?> NullableSet = [.. Nullable];
    private static readonly string[] Texts = ["banned", "restricted"];
    private static readonly string[] Ids = [Id, "uprof_absent"];
    private static readonly List<string> List = [Id];
    private static readonly string[] Twice = ["", Id, "", Id];
    private static readonly Dictionary<string, int> Known = new() { [Id] = 1 };
    private static readonly Order[] Orders = [new(Id, true, Id), new("uprof_000008", false), new(null, true)];

    private static readonly (Expression<Func<UserProfile, bool>> Condition, string Sent)[] OnStatuses =
    [
        (p => p.EnforcementStatus == "banned" || (No && p.EnforcementStatus == "restricted"), Banned),
        (p => p.EnforcementStatus == "banned" || (p.EnforcementStatus == "restricted" && No), Banned),
        (p => (p.EnforcementStatus == "restricted" && No) || p.EnforcementStatus == "banned", Banned),
        (p => p.EnforcementStatus == "banned" || (Yes && p.EnforcementStatus == "restricted"), Both),
        (p => p.EnforcementStatus == "banned" || (p.EnforcementStatus == "restricted" && Yes), Both),
        (p => p.EnforcementStatus == "banned" || No, Banned),
        (p => p.EnforcementStatus == "banned" && (Yes || p.Name == "x"), Banned),
        (p => p.EnforcementStatus == "banned" && (p.Name == "x" || Yes), Banned),
        (p => p.EnforcementStatus == "banned" || Yes, Listing),
        (p => p.EnforcementStatus == "banned" | p.EnforcementStatus == "restricted", Both),
        (p => p.EnforcementStatus == "banned" & Yes, Banned),
        (p => p.EnforcementStatus == "banned" & p.Name != null, Banned),
        (p => (p.EnforcementStatus == "banned") == true, Banned),
        (p => true == (p.EnforcementStatus == "banned"), Banned),
        (p => (p.EnforcementStatus == "banned") == Yes, Banned),
        (p => (p.EnforcementStatus == "banned") != false, Banned),
        (p => (p.EnforcementStatus == "banned") ^ No, Banned),
        (p => (p.EnforcementStatus != "banned") ^ Yes, Banned),
        (p => (p.EnforcementStatus != "banned") == false, Banned),
        (p => (bool?)(p.EnforcementStatus == "banned") == true, Banned),
        (p => (bool?)(p.EnforcementStatus == "banned") ?? false, Banned),
        (p => ((bool?)(p.EnforcementStatus == "banned"))!.Value, Banned),
        (p => !!(p.EnforcementStatus == "banned"), Banned),
        (p => !(p.EnforcementStatus != "banned"), Banned),
        (p => !(p.EnforcementStatus != "banned" && p.EnforcementStatus != "restricted"), Both),
        (p => !(p.EnforcementStatus != "banned" || p.Name == null), Banned),
        (p => p.EnforcementStatus == "banned" ? true : false, Banned),
        (p => p.EnforcementStatus != "banned" ? false : true, Banned),
        (p => p.EnforcementStatus == "banned" ? true : p.EnforcementStatus == "restricted", Both),
        (p => p.EnforcementStatus == "banned" ? p.Name != null : false, Banned),
        (p => (Yes ? p.EnforcementStatus : default) == "banned", Banned),
        (p => (p.EnforcementStatus == "banned" && p.Name != null) || p.EnforcementStatus == "restricted", Both),
        (p => (EnforcementStatus?)p.EnforcementStatus == EnforcementStatus.Banned, Banned),
        (p => p.EnforcementStatus == Maybe, Banned),
        (p => p.EnforcementStatus == Maybe!.Value, Banned),
        (p => Maybe.Equals(p.EnforcementStatus), Banned),
        (p => p.EnforcementStatus.Equals((object)EnforcementStatus.Banned), Banned),
        (p => Equals(p.EnforcementStatus, EnforcementStatus.Banned), Banned),
        (p => EqualityComparer<EnforcementStatus>.Default.Equals(p.EnforcementStatus, "banned"), Banned),
        (p => p.EnforcementStatus.ToString() == "banned", Banned),
        (p => "banned".Equals(p.EnforcementStatus.ToString()), Banned),
        (p => string.Equals(p.EnforcementStatus.ToString(), "banned", StringComparison.Ordinal), Banned),
        (p => new[] { "banned", "restricted" }.Contains(p.EnforcementStatus.ToString()), Both),
        (p => VisualBasic.CompareString(p.EnforcementStatus.ToString(), "banned", false) == 0, Banned),
        (p => Statuses.Any(status => status == p.EnforcementStatus), Both),
        (p => Array.Exists(Statuses, status => p.EnforcementStatus == status), Both),
        (p => !Statuses.All(status => status != p.EnforcementStatus), Both),
        (p => Array.IndexOf(Statuses, p.EnforcementStatus) >= 0, Both),
        (p => Yes ? p.EnforcementStatus == "banned" : p.Name == "x", Banned),
        (p => p.EnforcementStatus == "banned" ? true : p.EnforcementStatus == "restricted" | No, Both),
        (p => p.EnforcementStatus != "restricted" ? p.EnforcementStatus == "banned" : true, Both),
        (p => !(p.EnforcementStatus == "banned" ? false : p.EnforcementStatus != "restricted"), Both),
        (p => (p.EnforcementStatus == "banned" ? true : Yes) && p.EnforcementStatus == "banned", Banned),
        (p => (p.EnforcementStatus == "banned").Equals(true), Banned),
        (p => (p.EnforcementStatus != "banned").Equals(false), Banned),
        (p => !(p.EnforcementStatus == "banned").Equals(false), Banned),
        (p => (p.EnforcementStatus == "banned").Equals(Yes) && p.Name != null, Banned),
        (p => new EnforcementStatus?[] { EnforcementStatus.Banned }.Contains(p.EnforcementStatus), Banned),
        (p => Nullable.Contains(p.EnforcementStatus), Both),
        (p => Enumerable.Contains(Nullable, p.EnforcementStatus), Both),
        (p => Nullable.ToList().Contains(p.EnforcementStatus), Both),
        (p => Array.IndexOf(Nullable, p.EnforcementStatus) >= 0, Both),
        (p => new[] { p.EnforcementStatus }.Contains(EnforcementStatus.Banned), Banned),
        (p => new HashSet<EnforcementStatus?>(Nullable).Contains(p.EnforcementStatus), Both),
        (p => NullableSet.Contains(p.EnforcementStatus), Both),
        (p => Enumerable.Contains(NullableSet, p.EnforcementStatus), Both),
        (p => Nullable.Any(status => status == p.EnforcementStatus), Both),
        (p => Texts.Any(text => p.EnforcementStatus == text), Both),
        (p => Texts.Any(text => text == p.EnforcementStatus.ToString()), Both),
        (p => Texts.Contains(p.EnforcementStatus.ToString() ?? ""), Both),
        (p => ((EnforcementStatus?)p.EnforcementStatus ?? default) == "banned", Banned),
        (p => ((EnforcementStatus?)p.EnforcementStatus ?? "none") == "banned", Banned),
        (p => (p.EnforcementStatus.ToString() ?? "") == "banned", Banned),
        (p => Array.IndexOf(Statuses, p.EnforcementStatus) == 0, Banned),
        (p => Array.IndexOf(Statuses, p.EnforcementStatus) < 1 && p.EnforcementStatus == "banned", Banned),
        // What is not the same.
        (p => p.EnforcementStatus == "banned" || p.Name == "a0002", Listing),
        (p => p.EnforcementStatus.ToString() == "", Listing),
        (p => WithNull.Contains(p.EnforcementStatus), Listing),
        (p => new HashSet<EnforcementStatus?>(WithNull).Contains(p.EnforcementStatus), Listing),
        (p => ((EnforcementStatus?)p.EnforcementStatus ?? "banned") == "banned", Listing),
        (p => WithNull.Any(status => status == p.EnforcementStatus), Listing),
        (p => (p.EnforcementStatus == "banned").Equals(No), Listing),
        (p => p.Name!.StartsWith('a').Equals(false), Listing),
        (p => p.EnforcementStatus == "banned" ? p.Name == null : true, Listing),
        (p => p.EnforcementStatus == "banned" ? true : p.Name == null, Listing),
        (p => string.Equals(p.EnforcementStatus.ToString(), "BANNED", StringComparison.OrdinalIgnoreCase), Listing),
        (p => p.EnforcementStatus.ToString().ToUpperInvariant() == "BANNED", Listing),
        (p => p.EnforcementStatus.Equals((object)"banned"), Listing),
        (p => !(p.EnforcementStatus == "banned"), Listing),
        (p => (p.EnforcementStatus == "banned") == false, Listing),
        (p => (p.EnforcementStatus == "banned") == Unsure, Listing),
        (p => p.Name!.StartsWith('a') == false, Listing),
        (p => Statuses.All(status => status != p.EnforcementStatus), Listing),
        (p => p.EnforcementStatus == "banned" || (p.EnforcementStatus == "restricted") == Unsure, Listing),
    ];

    private static readonly (Expression<Func<UserProfile, bool>> Condition, string? Sent)[] OnIds =
    [
        (p => p.Id.Equals(Id, StringComparison.Ordinal), Seven),
        (p => Id.Equals(p.Id, StringComparison.Ordinal), Seven),
        (p => string.Equals(p.Id, Id, StringComparison.Ordinal), Seven),
        (p => string.Compare(p.Id, Id, StringComparison.Ordinal) == 0, Seven),
        (p => 0 == string.CompareOrdinal(p.Id, Id), Seven),
        (p => !(string.CompareOrdinal(p.Id, Id) != 0), Seven),
        (p => VisualBasic.CompareString(p.Id, Id, false) == 0, Seven),
        (p => StringComparer.Ordinal.Equals(p.Id, Id), Seven),
        (p => Equals(p.Id, Id), Seven),
        (p => p.Id.Equals(Boxed), Seven),
        (p => Boxed.Equals(p.Id), Seven),
        (p => List.Any(id => id == p.Id), Seven),
        (p => List.Exists(id => p.Id.Equals(id, StringComparison.Ordinal)), Seven),
        (p => !List.TrueForAll(id => id != p.Id), Seven),
        (p => List.IndexOf(p.Id) >= 0, Seven),
        (p => p.Id.ToString() == Id, Seven),
        (p => Id == p.Id.ToString().ToString(), Seven),
        (p => List.Contains(p.Id.ToString()), Seven),
        (p => new[] { p.Id }.Contains(Id), Seven),
        (p => Enumerable.Contains(new[] { p.Id }, Id), Seven),
        (p => (p.Id == Id).Equals(true), Seven),
        (p => p.Id == Id ? true : No, Seven),
        (p => List.IndexOf(p.Id) != -1, Seven),
        (p => List.IndexOf(p.Id) == 0, Seven),
        (p => 0 == List.IndexOf(p.Id), Seven),
        (p => 0 <= List.IndexOf(p.Id), Seven),
        (p => Array.IndexOf(Twice, p.Id) == 1, Seven),
        (p => Array.IndexOf(Twice, p.Id) > 0, Seven),
        (p => !(Array.IndexOf(Twice, p.Id) < 1), Seven),
        (p => (p.Id ?? "") == Id, Seven),
        (p => Id == (p.Id ?? "none"), Seven),
        (p => List.Contains(p.Id ?? ""), Seven),
        (p => List.Any(id => id == (p.Id ?? "")), Seven),
        (p => Orders.Any(order => order.ProfileId == p.Id) && p.Id == Id, Seven),
        (p => !List.All(id => p.Id != id), Seven),
        (p => !(List.IndexOf(p.Id) < 0), Seven),
        (p => Known.ContainsKey(p.Id), Seven),
        (p => Known.Any(pair => pair.Key == p.Id), Seven),
        (p => Orders.Any(order => order.IsOpen && order.ProfileId == p.Id), Seven),
        (p => Orders.Any(order => order.Others.Contains(p.Id)), Seven),
        (p => Orders.Where(order => order.IsOpen).Select(order => order.ProfileId).Contains(p.Id), Seven),
        (p => Ids.Any(id => id == p.Id) && p.Id == Id, Seven),
        (p => (p.Id == Id && p.Name != null) || (No && p.Name == "x"), Seven),
        (p => p.Id == Id == true, Seven),
        // What is not the same.
        (p => VisualBasic.CompareString(p.Id, Id, true) == 0, Listing),
        (p => p.Id.Equals(Id, StringComparison.OrdinalIgnoreCase), Listing),
        (p => string.Compare(p.Id, Id) == 0, Listing),
        (p => string.CompareOrdinal(p.Id, Id) <= 0, Listing),
        (p => p.Id.CompareTo(Id) == 0, Listing),
        (p => p.Id == Id || p.Name == "a0002", Listing),
        (p => List.Any(id => id == p.Name), Listing),
        (p => List.Any(id => id != p.Id), Listing),
        (p => List.IndexOf(p.Id) == 1, null),
        (p => Array.IndexOf(Ids, p.Id) < 1, Listing),
        (p => Array.IndexOf(Ids, p.Id) != 0, Listing),
        (p => (p.Id ?? "") == "", Listing),
        (p => (p.Name ?? Id) == Id, Listing),
        (p => (p.Id ?? p.Name) == Id, Listing),
        (p => List.Any(id => id == p.Id + id), Listing),
        (p => List.Any(id => id == p.Id || p.Name == id), Listing),
        (p => new[] { p.Id, p.Name }.Contains(Id), Listing),
        (p => List.IndexOf(p.Id) < 0, Listing),
        (p => Ids.Any(id => id == p.Id) && No, null),
    ];

    public static TheoryData<int> StatusRows => [.. Enumerable.Range(0, OnStatuses.Length)];

    public static TheoryData<int> IdRows => [.. Enumerable.Range(0, OnIds.Length)];

    [Theory]
    [Trait("Needs", "Compiler")]
    [MemberData(nameof(StatusRows))]
    public async Task FormOfAStatusFilter_IsSentAsTheFilterThatItMeans(int row) =>
        await FormMeans(OnStatuses[row].Condition, OnStatuses[row].Sent);

    [Theory]
    [Trait("Needs", "Compiler")]
    [MemberData(nameof(IdRows))]
    public async Task FormOfAnId_IsLookedUpWhereItMeansTheId(int row) =>
        await FormMeans(OnIds[row].Condition, OnIds[row].Sent);

    [Fact]
    public async Task ChoiceWithAConstantBranch_IsLeftToTheServiceWhole()
    {
        await using var service = await TestService.StartAsync(9);
        Expression<Func<UserProfile, bool>>[] conditions =
        [
            p => p.EnforcementStatus == "banned" ? true : p.EnforcementStatus == "restricted",
            p => p.EnforcementStatus != "banned" ? p.EnforcementStatus == "restricted" : true,
            p => !(p.EnforcementStatus == "banned" ? false : p.EnforcementStatus != "restricted"),
        ];

        foreach (var condition in conditions)
            Assert.Empty(service.Query().Where(condition).Explain().OnClient);
    }

    [Fact]
    public async Task ItemsOfTheCallers_AreUsedAsTheyAre()
    {
        await using var service = await TestService.StartAsync(9);
        var own = new FoldingList([Id]);

        Assert.Equal([Id], await service.Query().Where(p => own.Any(id => id == p.Id)).Select(p => p.Id).ToListAsync());
        Assert.Equal([Listing], service.Requests);
    }

    [Fact]
    public async Task EqualityByAMethodOfTheCallers_StaysOnTheClient()
    {
        await using var service = await TestService.StartAsync(9);
        var profile = Expression.Parameter(typeof(UserProfile), "p");
        var equality = Expression.Equal(
            Expression.Property(profile, nameof(UserProfile.Id)),
            Expression.Constant(Id.ToUpperInvariant()),
            false,
            ((Func<string, string, bool>)IsSame).Method
        );

        var plan = service.Query().Where(Expression.Lambda<Func<UserProfile, bool>>(equality, profile)).Explain();

        Assert.Equal(0, plan.Lookups);
    }

    [Fact]
    public async Task ItemThatThrows_ThrowsForTheFirstProfile()
    {
        await using var service = await TestService.StartAsync(9);
        string?[] broken = [Id, null];

        var failure = await Record.ExceptionAsync(async () =>
            await service.Query().AnyAsync(p => broken.Any(id => int.Parse(id!, null) == p.Id.Length))
        );

        Assert.IsAssignableFrom<SystemException>(failure);
        Assert.Single(service.Requests);
    }

    [Fact]
    [Trait("Needs", "Compiler")]
    public async Task ThousandsOfCapturedItems_AreOneSetOfIds()
    {
        await using var service = await TestService.StartAsync(20);
        var orders = Enumerable.Range(0, 5_000).Select(i => new Order(TestProfiles.IdOf(i), i < 900)).ToList();

        var plan = service.Query().Where(p => orders.Any(o => o.IsOpen && o.ProfileId == p.Id)).Explain();

        Assert.Equal(900, plan.Lookups);
    }

    private static bool IsSame(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static async Task FormMeans(Expression<Func<UserProfile, bool>> condition, string? sent)
    {
        await using var service = await TestService.StartAsync(12);
        var expected = TestProfiles.Listed(12).Where(condition.NullSafe()).Select(p => p.Id).ToList();

        var found = await service.Query().Where(condition).Select(p => p.Id).ToListAsync();

        Assert.Equal(expected, found);
        Assert.Equal(
            sent,
            service.Requests.FirstOrDefault(request => !request.EndsWith("absent", StringComparison.Ordinal))
        );
        Assert.Equal(
            expected,
            await ProfileQuery.FromItems(TestProfiles.Many(12)).Where(condition).Select(p => p.Id).ToListAsync()
        );
        Assert.NotEmpty(service.Query().Where(condition).Explain().ToString());
        Assert.Equal(expected.Count, await service.Query().Where(condition).CountAsync());
        Assert.Equal(12 - expected.Count, await service.Query().Where(condition.Not()).CountAsync());
    }
}
