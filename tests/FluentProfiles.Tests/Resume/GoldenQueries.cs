using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Resume;

using Change = Func<ProfileQuery<UserProfile>, ProfileQuery<UserProfile>>;

/// <summary>The queries of the stored tokens, over 60 profiles in pages of 10. A query may be added; one that is here stays as it is,
/// because its tokens were written by an earlier build.</summary>
internal static class GoldenQueries
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Countries = ["DE", "FR"];
    private static readonly string[] Ids = TestProfiles.Ids(Enumerable.Range(0, 30));
    private static readonly string[] ManyIds = TestProfiles.Ids(Enumerable.Range(2, 1_100));
    private static readonly Regex Pattern = new("^uprof", RegexOptions.IgnoreCase);
    private static readonly FrozenSet<string> Plans = FrozenSet.ToFrozenSet(["free"], StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, int> Seats = new() { ["pro"] = 3, ["free"] = 1 };
    private static readonly EnforcementStatus[] Statuses = ["banned", "pending", "restricted"];

    public static IReadOnlyDictionary<string, Change> All { get; } =
        new[] { Listings, Conditions, Windows, Projections, Settings }
            .SelectMany(queries => queries)
            .ToDictionary(query => query.Key, query => query.Value);

    /// <summary>Queries that return the same profiles in the same order, so that the token of one holds for the others;
    /// <c>ResumeFrom</c> replaces a <c>FromPage</c>.</summary>
    public static string[][] Same { get; } =
    [
        [
            "everything",
            "details at the end",
            "from a cursor",
            "prefetch",
            "projection",
            "two ends",
            "two ends, any order",
        ],
        ["by creation", "default order", "order of a selection", "replaced order"],
        ["window", "window of a selection"],
    ];

    private static Dictionary<string, Change> Listings =>
        new()
        {
            ["everything"] = q => q,
            ["by name"] = q => q.OrderBy(p => p.Name),
            ["by name descending"] = q => q.OrderByDescending(p => p.Name),
            ["by creation"] = q => q.OrderByDescending(p => p.CreatedAt),
            ["default order"] = q => q.OrderByDescending(),
            ["oldest first, a bound"] = q => q.OrderBy(p => p.CreatedAt).Where(p => p.CreatedAt > Noon.AddHours(-11.5)),
            ["between bounds"] = q => q.Where(p => p.CreatedAt > Noon.AddHours(-11.9) && p.CreatedAt < Noon),
            ["replaced order"] = q => q.OrderBy(p => p.Name).OrderByDescending(p => p.CreatedAt),
            ["reversed"] = q => q.Reverse(),
            ["reversed here"] = q => q.OrderBy(p => p.Name).Reverse(),
            ["status"] = q => q.Where(p => p.EnforcementStatus == "banned" || p.EnforcementStatus == "pending"),
            ["statuses by name"] = q => q.OrderBy(p => p.Name).Where(p => Statuses.Contains(p.EnforcementStatus)),
            ["look-ups"] = q => q.Where(p => Ids.Contains(p.Id)),
            ["look-ups by name"] = q => q.OrderBy(p => p.Name).Where(p => Ids.Contains(p.Id)),
            ["look-ups with a status"] = q =>
                q.Where(p => Ids.Contains(p.Id) && Statuses.Contains(p.EnforcementStatus)),
            ["look-ups in another order"] = q => q.Where(p => Ids.Contains(p.Id)).OrderBy(p => p.UpdatedAt),
            ["scan for ids"] = q => q.Where(p => ManyIds.Contains(p.Id)),
        };

    private static Dictionary<string, Change> Conditions =>
        new()
        {
            ["captured values"] = q =>
                q.Where(p => !Countries.Contains(p.ExternalUserDetails.Country) && Pattern.IsMatch(p.Id)),
            ["object"] = q => q.Where(p => new GoldenTokenTests.Rule(1, "a").Holds(p.Id)),
            ["numbers"] = q => q.Where(p => p.Id.Length > 1.50m && p.Id.Length > 0.0 && p.Id.Length != 7L),
            ["clock"] = q => q.Where(p => p.CreatedAt < DateTimeOffset.UtcNow.AddYears(100)),
            ["metadata"] = q => q.Where(p => p.Metadata["plan"] == "pro" || !p.Metadata.ContainsKey("plan")),
            ["frozen set"] = q => q.Where(p => !Plans.Contains(p.Metadata["plan"] ?? "none")),
            ["dictionary"] = q => q.Where(p => Seats[p.Metadata["plan"] ?? "pro"] > 1),
            ["choice"] = q => q.Where(p => (p.Name == null ? p.Id : p.Name).Length > 4),
            ["quantifier"] = q => q.Where(p => p.Metadata.All(pair => pair.Value != "free")),
            ["parts of a time"] = q => q.Where(p => p.UpdatedAt - p.CreatedAt > TimeSpan.FromHours(22.5)),
            ["extensible enums"] = q => q.Where(p => p.AccessType != "passthrough" && p.Programs.Efs.Status != "none"),
            ["code"] = q => q.WhereOnClient(GoldenTokenTests.HasName),
            ["details"] = q => q.WithDetails().Where(p => p.Name != "nobody"),
            ["conditions around details"] = q =>
                q.Where(p => p.Name != null).WithDetails().Where(p => p.Programs.Cyber == null),
            ["what only a GET reports"] = q => q.Where(p => Ids.Contains(p.Id) && p.Programs.Efs.Status != "none"),
        };

    private static Dictionary<string, Change> Windows =>
        new()
        {
            ["window"] = q => q.Skip(3).Where(p => p.Name != null).Take(20),
            ["windows"] = q => q.Take(50).Skip(2).Take(30).Skip(1),
            ["empty skip"] = q => q.Skip(0).Where(p => p.Name != "nobody"),
            ["filter within a window"] = q =>
                q.Where(p => p.Name != null).Take(40).Where(p => p.Metadata["plan"] != "a"),
            ["sorted here"] = q => q.Take(40).OrderByDescending(p => p.UpdatedAt),
            ["sorted here by name"] = q => q.Take(40).OrderBy(p => p.Name),
            ["sorted and cut"] = q => q.Take(40).OrderBy(p => p.ExternalUserDetails.Country).Skip(2).Take(30),
            ["held back"] = q => q.Skip(5).Reverse(),
            ["held back by an order"] = q => q.Skip(4).OrderBy(p => p.CreatedAt),
            ["window of what was held back"] = q => q.Skip(5).Reverse().Skip(1).Take(30),
            ["window of look-ups"] = q => q.Where(p => Ids.Contains(p.Id)).Skip(2).Take(20),
            ["reversed twice"] = q => q.OrderBy(p => p.CreatedAt).Reverse().Skip(1),
        };

    private static Dictionary<string, Change> Projections =>
        new()
        {
            ["projection that is looked at"] = q =>
                q.Select(p => new { Profile = p, Label = p.Id + "x" })
                    .Where(r => r.Label != "a")
                    .Select(r => r.Profile),
            ["projection"] = q => q.Select(p => new { Profile = p }).Select(r => r.Profile),
            ["order of a selection"] = q =>
                q.Select(p => new { p, At = p.CreatedAt }).OrderByDescending(r => r.At).Select(r => r.p),
            ["window of a selection"] = q =>
                q.Select(p => new { p }).Skip(3).Where(r => r.p.Name != null).Take(20).Select(r => r.p),
            ["code over a selection"] = q => q.Select(p => new Pair(p)).WhereOnClient(IsNamed).Select(r => r.Profile),
            ["let"] = q => from p in q let plan = p.Metadata["plan"] where plan == null || plan != "free" select p,
        };

    private static Dictionary<string, Change> Settings =>
        new()
        {
            ["details at the end"] = q => q.WithDetails(2),
            ["prefetch"] = q => q.WithPrefetch(3).TagWith("golden").WithMaxRetries(1),
            ["workspace"] = q => q.WithWorkspace("wrkspc_1"),
            ["shape"] = q => q.WithBeta(AnthropicBeta.UserProfiles2026_08_18),
            ["from a cursor"] = q => q.FromPage("10"),
            ["two ends"] = q => q.WithTwoEndedScan(),
            ["two ends by creation"] = q => q.WithTwoEndedScan().OrderBy(p => p.CreatedAt).Where(p => p.Name != null),
            ["two ends, any order"] = q => q.WithTwoEndedScan(),
        };

    private static bool IsNamed(Pair pair) => pair.Profile.Name is not null;

    private sealed record Pair(UserProfile Profile);
}
