using System.Linq.Expressions;
using FluentProfiles.Tests.Properties.Expressions.Captured;

namespace FluentProfiles.Tests.Expressions.Closing;

/// <summary>A part without the profile that throws when it is evaluated: the exception is kept for the first profile that
/// needs the value.</summary>
public sealed class FailingPartsTests
{
    private static readonly UserProfile[] Profiles = TestProfiles.Listed(20);
    private static readonly Dictionary<string, string> Empty = [];
    private static readonly string[] None = [];
    private static readonly Flag Off = new(false);
    private static readonly Secret? Sealed = new();
    private static readonly Secret?[] Secrets = [new()];
    private int evaluations;

    private static Dictionary<string, Expression<Func<UserProfile, bool>>> Unreached { get; } =
        new()
        {
            ["and"] = p => p.Id == "nobody" && Empty["k"] == p.Name,
            ["and, swapped"] = p => p.Id == "nobody" && p.Name == Empty["k"],
            ["and, alone"] = p => p.Id == "nobody" && Fails<bool>(),
            ["or"] = p => p.Id != "nobody" || p.Name == Empty["k"],
            ["conditional"] = p => p.Id != "nobody" ? p.Name != "x" : p.Name == None[3],
            ["conditional, closed branches"] = p => (p.Id != "nobody" ? "x" : Empty["k"]) == "x",
            ["coalesce"] = p => (p.Id ?? Empty["k"]) == "x",
            ["receiver skipped"] = p => p.Metadata["none"]!.StartsWith(Empty["k"]),
            ["within a quantifier"] = p => p.EnforcementActions.Any(action => action.Id == Empty["k"]),
            ["membership"] = p => p.Id == "nobody" && Fails<string[]>().Contains(p.Id),
            ["compiled"] = p => p.Id == "nobody" && string.Concat(p.Id, Empty["k"]).Length > 2,
            ["status"] = p => p.Id == "nobody" && p.EnforcementStatus == Fails<EnforcementStatus>(),
            ["bound"] = p => p.Id == "nobody" && p.CreatedAt > Fails<DateTimeOffset>(),
            ["type without nodes"] = p => p.Id == "nobody" && new Version(1, p.Id.Length) > Fails<Version>(),
            ["null-safe chain"] = p => p.Id == "nobody" && Empty["k"].Trim().Length == p.Id.Length,
            ["conversion of what is there"] = p => p.Id == "nobody" && (Sealed ?? p.Name) == "x",
            ["conversion of what is there, ids"] = p => p.Id == "nobody" && (Sealed ?? p.Name) == p.Id,
            ["conversion within a quantifier"] = p =>
                p.Id == "nobody" && Secrets.Any(secret => (secret ?? p.Name) == p.Id),
            ["closed short-circuit of an own type"] = p => !(Off && Fails<Flag>()) && p.Id != "x",
            ["closed short-circuit"] = p => None.Length == 0 || Fails<bool>() || p.Id == "x",
        };

    private static Dictionary<string, Expression<Func<UserProfile, bool>>> Reached { get; } =
        new()
        {
            ["alone"] = p => Fails<bool>(),
            ["equal"] = p => p.Name == Fails<string>(),
            ["below null"] = p => p.ExternalUserDetails.OnboardedAt < Fails<DateTimeOffset>(),
            ["sum"] = p => p.CreatedAt + Fails<TimeSpan>() > p.UpdatedAt,
            ["left of and"] = p => Fails<bool>() && p.Id == "nobody",
            ["left of or"] = p => Fails<bool>() || p.Id == "nobody",
            ["test"] = p => Fails<bool>() ? p.Id == "x" : p.Id == "y",
            ["fallback"] = p => (p.Metadata["none"] ?? Fails<string>()) == "x",
            ["receiver"] = p => Fails<string>().StartsWith(p.Id),
            ["argument"] = p => p.Id.StartsWith(Fails<string>()),
            ["negated"] = p => !(p.Id == Fails<string>()),
            ["id"] = p => p.Id == Fails<string>(),
            ["ids"] = p => Fails<string[]>().Contains(p.Id),
            ["status"] = p => p.EnforcementStatus == Fails<EnforcementStatus>(),
            ["bound"] = p => p.CreatedAt > Fails<DateTimeOffset>(),
            ["compiled"] = p => string.Concat(p.Id, Fails<string>()).Length == 1,
            ["conversion of what is there"] = p => (Sealed ?? p.Name) == "x",
            ["key of a map"] = p => p.Metadata[Fails<string>()] == "x",
            ["type without nodes"] = p => new Version(1, p.Id.Length) > Fails<Version>(),
        };

    public static TheoryData<string> UnreachedNames => [.. Unreached.Keys];

    public static TheoryData<string> ReachedNames => [.. Reached.Keys];

    [Theory]
    [MemberData(nameof(UnreachedNames))]
    public async Task PartThatNoProfileNeeds_DoesNotThrow(string name)
    {
        var predicate = Unreached[name];
        await using var service = await TestService.StartAsync(20);

        var found = await service.Query().Where(predicate).Select(p => p.Id).ToListAsync();

        var expected = name is "receiver skipped" ? [] : Profiles.Where(predicate.Compile()).Select(p => p.Id);
        Assert.Equal(expected, found);
        Assert.Equal(found.Count, await ProfileQuery.FromItems(Profiles).Where(predicate).CountAsync());
    }

    [Theory]
    [MemberData(nameof(ReachedNames))]
    public async Task PartThatAProfileNeeds_ThrowsAsItWasThrown(string name)
    {
        await using var service = await TestService.StartAsync(20);
        var query = service.Query().Where(Reached[name]);

        var plan = query.Explain();
        var failure = await Assert.ThrowsAsync<RegisterException>(async () => await query.ToListAsync());

        Assert.Same(RegisterException.Shared, failure);
        Assert.Contains("throws RegisterException for the first item that needs it", plan.ToString());
        Assert.Equal(["GET /v1/user_profiles?limit=100"], service.Requests);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("count")]
    [InlineData("any")]
    [InlineData("last")]
    [InlineData("pages")]
    [InlineData("each")]
    [InlineData("extreme")]
    [InlineData("progress")]
    public async Task RunThatFails_ReadsThePartOnce(string terminal)
    {
        await using var service = await TestService.StartAsync(TestProfiles.Many(120));
        var query = service.Query().WithMaxRequests(1).Where(p => p.Name != Counted("x"));

        await Assert.ThrowsAsync<ProfilesBudgetException>(async () =>
        {
            switch (terminal)
            {
                case "list":
                    await query.ToListAsync();
                    break;
                case "count":
                    await query.CountAsync();
                    break;
                case "any":
                    await query.AllAsync(p => p.Name != "y");
                    break;
                case "last":
                    await query.OrderBy(p => p.Name).LastAsync();
                    break;
                case "pages":
                    await query.AsPages().CountAsync();
                    break;
                case "each":
                    await query.ForEachAsync((_, _) => ValueTask.CompletedTask);
                    break;
                case "extreme":
                    await query.MinByAsync(p => p.Name);
                    break;
                default:
                    await query.WithProgress(new Progress<QueryProgress>()).CountAsync();
                    break;
            }
        });

        Assert.Equal(1, evaluations);
    }

    [Fact]
    public async Task FailedPartOfARun_IsEvaluatedOnce()
    {
        var query = ProfileQuery.FromItems(Profiles).Where(p => p.Name == FailsCounted());

        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await query.ToListAsync());
        Assert.Equal(1, evaluations);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await query.CountAsync());
        Assert.Equal(2, evaluations);
    }

    [Fact]
    public async Task ItemsBeforeTheOneThatNeedsThePart_AreGiven()
    {
        List<string> ids = [];

        await Assert.ThrowsAsync<KeyNotFoundException>(async () =>
        {
            var third = Profiles[2].Id;
            await foreach (var p in ProfileQuery.FromItems(Profiles).Where(p => p.Id != third || p.Name == Empty["k"]))
                ids.Add(p.Id);
        });

        Assert.Equal([Profiles[0].Id, Profiles[1].Id], ids);
    }

    [Fact]
    public async Task PartOfASelectorOrKey_IsKeptToo()
    {
        var query = ProfileQuery.FromItems(Profiles);

        Assert.Empty(await query.Where(p => p.Id == "x").Select(p => p.Id + Empty["k"]).ToListAsync());
        Assert.Empty(await query.Take(0).OrderBy(p => p.Id + Empty["k"]).ToListAsync());
        await Assert.ThrowsAsync<KeyNotFoundException>(async () =>
            await query.Select(p => new { p.Id, Name = Empty["k"] }).FirstAsync()
        );
        await Assert.ThrowsAsync<KeyNotFoundException>(async () =>
            await query.Take(2).OrderBy(p => p.Id + Empty["k"]).ToListAsync()
        );
    }

    [Fact]
    public async Task PartOfACapturedItem_ThrowsForTheFirstProfileThatNeedsIt()
    {
        var query = ProfileQuery.FromItems(Profiles).Where(p => Secrets.Any(secret => (secret ?? p.Name) == p.Id));

        Assert.NotEmpty(query.Explain().OnClient);
        await Assert.ThrowsAsync<RegisterException>(async () => await query.ToListAsync());
    }

    [Fact]
    public void Explained_NamesThePartWithoutValues()
    {
        var key = "secret";
        var query = ProfileQuery.FromItems(Profiles).Where(p => p.Name == Empty[key]);

        Assert.Contains(
            "Where(p => p.Name == FailingPartsTests.Empty[key]): the service cannot filter on this, so every page is read; FailingPartsTests.Empty[key] throws KeyNotFoundException for the first item that needs it",
            query.Explain(redact: true).ToString()
        );
    }

    private static T Fails<T>() => throw RegisterException.Shared;

    private string FailsCounted()
    {
        evaluations++;
        throw new InvalidTimeZoneException();
    }

    private T Counted<T>(T value)
    {
        evaluations++;
        return value;
    }

    private sealed class Secret
    {
        public static implicit operator string(Secret _) => throw RegisterException.Shared;
    }

    private sealed class RegisterException : Exception
    {
        public static readonly RegisterException Shared = new();
    }
}
