using System.Collections.Frozen;
using System.Linq.Expressions;
using FluentProfiles.Evaluation;
using FluentProfiles.Expressions.Closing;
using FluentProfiles.Expressions.NullSafety;

namespace FluentProfiles.Tests.Evaluation;

/// <summary>What the evaluator knows is never compiled, and gives what the same condition gives with every <c>?.</c> written
/// out.</summary>
public sealed class EvaluatorTests
{
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 13, 14, 15, TimeSpan.Zero);

    private static readonly UserProfile[] Profiles =
    [
        new(),
        new()
        {
            Id = "full",
            Name = " Bea",
            CreatedAt = Start,
            UpdatedAt = Start.AddHours(50),
            Metadata = new() { ["plan"] = "pro", ["k"] = "Bea" },
            AccessType = AccessType.Application,
            Relationship = Relationship.Resold,
            EnforcementStatus = EnforcementStatus.Banned,
            TrustGrants = new() { ["cyber"] = new() { Status = TrustGrantStatus.Active } },
            ExternalUserDetails = new()
            {
                Country = "DE",
                OnboardedAt = Start.AddDays(1),
                AccountStatus = AccountStatus.Active,
                EntityType = EntityType.Business,
            },
            EnforcementActions =
            [
                new()
                {
                    Id = "enac_1",
                    Type = EnforcementActionType.Ban,
                    Action = RequiredAction.Verify,
                    Reason = EnforcementReason.HighHarm,
                    OpenedAt = Start,
                },
            ],
            Programs = new()
            {
                Cyber = new()
                {
                    Status = ProgramStatus.Active,
                    Requirements = new() { DataRetention = true },
                    Tiers = new() { ["one"] = new() { Status = TierStatus.Active } },
                },
                Efs = new()
                {
                    Status = "odd",
                    Features = new() { ["f"] = new() { Status = FeatureStatus.Active } },
                },
            },
        },
        new()
        {
            Id = "odd",
            Name = "",
            CreatedAt = Start.AddDays(-3),
            UpdatedAt = Start.AddDays(-3),
            AccessType = "odd",
            Relationship = "odd",
            EnforcementStatus = "odd",
            Metadata = new() { ["plan"] = "free" },
            TrustGrants = new() { ["cyber"] = new() { Status = "odd" } },
            ExternalUserDetails = new()
            {
                AccountStatus = "odd",
                EntityType = "odd",
                OnboardedAt = Start.AddDays(-3),
            },
            EnforcementActions =
            [
                new()
                {
                    Type = "odd",
                    Reason = "odd",
                    Action = "odd",
                    ExpiresAt = Start,
                },
                new() { Type = EnforcementActionType.Restriction },
            ],
            Programs = new()
            {
                Cyber = new()
                {
                    Status = "odd",
                    Tiers = new()
                    {
                        ["one"] = new() { Status = "odd" },
                        ["two"] = new() { Status = TierStatus.Inactive },
                    },
                },
                Efs = new()
                {
                    Status = ProgramStatus.Pending,
                    Features = new() { ["f"] = new() { Status = "odd" } },
                },
            },
        },
    ];

    private static readonly string?[] NamesOrNull = [null, " Bea"];
    private static readonly List<DateTimeOffset?> Times = [Start.AddDays(1)];
    private static readonly HashSet<string> Folded = new(StringComparer.OrdinalIgnoreCase) { "FULL" };
    private static readonly FrozenSet<string> FrozenFolded = Folded.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly bool? Unknown = null;
    private static readonly long? NoLong = null;
    private static readonly double Unordered = double.NaN;
    private static readonly double[] Reals = [double.NaN, 2];
    private static readonly DayOfWeek Friday = DayOfWeek.Friday;

    private static readonly Dictionary<
        string,
        (Expression<Func<UserProfile, bool>> Written, Func<UserProfile, bool> Meant)
    > Cases = new()
    {
        // Comparisons.
        ["equal"] = (p => p.Name == " Bea", p => p.Name == " Bea"),
        ["unequal"] = (p => p.Name != " Bea", p => p.Name != " Bea"),
        ["null"] = (p => p.Name == null, p => p.Name is null),
        ["null first"] = (p => null == p.Name, p => p.Name is null),
        ["not null"] = (p => p.Name != null, p => p.Name is not null),
        ["not null, null first"] = (p => null != p.Name, p => p.Name is not null),
        ["two fields"] = (p => p.Name == p.Metadata["x"], p => p.Name == p.Metadata["x"]),
        ["two fields, unequal"] = (p => p.Name != p.Metadata["x"], p => p.Name != p.Metadata["x"]),
        ["below"] = (p => p.CreatedAt < p.UpdatedAt, p => p.CreatedAt < p.UpdatedAt),
        ["at most"] = (p => p.CreatedAt <= p.UpdatedAt, p => p.CreatedAt <= p.UpdatedAt),
        ["above"] = (p => p.UpdatedAt > p.CreatedAt, p => p.UpdatedAt > p.CreatedAt),
        ["at least"] = (p => p.CreatedAt >= p.UpdatedAt, p => p.CreatedAt >= p.UpdatedAt),
        ["above itself"] = (p => p.CreatedAt > Start, p => p.CreatedAt > Start),
        ["below itself"] = (p => p.CreatedAt < Start, p => p.CreatedAt < Start),
        ["below a null"] = (
            p => p.CreatedAt < p.ExternalUserDetails.OnboardedAt,
            p => p.CreatedAt < p.ExternalUserDetails.OnboardedAt
        ),
        ["Equals"] = (p => p.Name!.Equals(" Bea"), p => p.Name == " Bea"),
        ["Equals of a field"] = (
            p => p.Name!.Equals(p.Metadata["x"]),
            p => p.Name is not null && p.Name == p.Metadata["x"]
        ),
        ["Equals of an enum"] = (p => p.AccessType.Equals(AccessType.Application), p => p.AccessType == "application"),
        ["static Equals"] = (p => string.Equals(p.Name, p.Metadata["x"]), p => p.Name == p.Metadata["x"]),
        ["static Equals with comparison"] = (
            p => string.Equals(p.Name, " bea", StringComparison.OrdinalIgnoreCase),
            p => p.Name == " Bea"
        ),
        ["part is null"] = (p => p.Programs.Cyber!.Requirements == null, p => p.Programs.Cyber?.Requirements is null),
        ["part is not null"] = (
            p => p.Programs.Cyber!.Requirements != null,
            p => p.Programs.Cyber?.Requirements is not null
        ),

        // Logic.
        ["and"] = (p => p.Name == "" && p.AccessType == "odd", p => p.Name == "" && p.AccessType == "odd"),
        ["and, false"] = (p => p.Name == "" && p.AccessType == "x", p => false),
        ["or"] = (p => p.Name == null || p.AccessType == "odd", p => p.Name is null || p.AccessType == "odd"),
        ["not"] = (p => !(p.Name == null), p => p.Name is not null),
        ["not of null"] = (
            p => !p.Name!.StartsWith(" ", StringComparison.Ordinal),
            p => p.Name?[..Math.Min(1, p.Name.Length)] != " "
        ),
        ["flag"] = (
            p => p.Programs.Cyber!.Requirements!.DataRetention,
            p => p.Programs.Cyber?.Requirements?.DataRetention == true
        ),
        ["not flag"] = (
            p => !p.Programs.Cyber!.Requirements!.DataRetention,
            p => p.Programs.Cyber?.Requirements?.DataRetention != true
        ),
        ["choice"] = (
            p => p.Name == null ? p.Id == "x" : p.AccessType == "odd",
            p => p.Name is not null && p.AccessType == "odd"
        ),
        ["choice of values"] = (p => (p.Name == null ? p.Metadata["plan"] : p.Name) == " Bea", p => p.Name == " Bea"),
        ["choice on a null"] = (
            p => p.Name!.EndsWith("a", StringComparison.Ordinal) ? p.Id == "full" : p.Id != "odd",
            p => p.Id != "odd"
        ),
        ["fallback"] = (p => (p.Name ?? "none") == "none", p => p.Name is null),
        ["fallback of null"] = (p => (p.Metadata["x"] ?? p.Name) == " Bea", p => p.Name == " Bea"),
        ["fallback to a wider type"] = (p => ((int?)p.Name!.Length ?? 7L) == 7, p => p.Name is null),
        ["fallback to a real"] = (p => ((int?)p.Name!.Length ?? -0.5) < 0, p => p.Name is null),
        ["fallback to a nullable"] = (p => ((int?)p.Name!.Length ?? NoLong) == null, p => p.Name is null),
        ["fallback to a flag"] = (
            p => (bool?)p.Programs.Cyber!.Requirements!.DataRetention ?? true,
            p => p.Programs.Cyber?.Requirements?.DataRetention ?? true
        ),
        ["captured null"] = (p => Unknown == true || p.Name == "", p => p.Name == ""),
        ["captured flag, compared"] = (p => true == (p.Name == ""), p => p.Name == ""),

        // Texts.
        ["StartsWith"] = (p => p.Name!.StartsWith(" B"), p => p.Name == " Bea"),
        ["StartsWith with comparison"] = (
            p => p.Name!.StartsWith(" b", StringComparison.OrdinalIgnoreCase),
            p => p.Name == " Bea"
        ),
        ["StartsWith, ordinal"] = (p => p.Name!.StartsWith(" b", StringComparison.Ordinal), p => false),
        ["EndsWith"] = (p => p.Name!.EndsWith("ea"), p => p.Name == " Bea"),
        ["EndsWith with comparison"] = (
            p => p.Name!.EndsWith("EA", StringComparison.OrdinalIgnoreCase),
            p => p.Name == " Bea"
        ),
        ["Contains"] = (p => p.Name!.Contains("Be"), p => p.Name == " Bea"),
        ["Contains with comparison"] = (
            p => p.Name!.Contains("BE", StringComparison.OrdinalIgnoreCase),
            p => p.Name == " Bea"
        ),
        ["Equals with comparison"] = (
            p => p.Name!.Equals(" BEA", StringComparison.OrdinalIgnoreCase),
            p => p.Name == " Bea"
        ),
        ["ToLower"] = (p => p.Name!.ToLower() == " bea", p => p.Name == " Bea"),
        ["ToUpper"] = (p => p.Name!.ToUpper() == " BEA", p => p.Name == " Bea"),
        ["ToLowerInvariant"] = (p => p.Name!.ToLowerInvariant() == " bea", p => p.Name == " Bea"),
        ["ToUpperInvariant"] = (p => p.Name!.ToUpperInvariant() == " BEA", p => p.Name == " Bea"),
        ["Trim"] = (p => p.Name!.Trim() == "Bea", p => p.Name == " Bea"),
        ["ToString"] = (p => p.Name!.ToString() == " Bea", p => p.Name == " Bea"),
        ["Length"] = (p => p.Name!.Length == 4, p => p.Name == " Bea"),
        ["Length of null"] = (p => p.Name!.Length < 9, p => p.Name is not null),
        ["IsNullOrEmpty"] = (p => string.IsNullOrEmpty(p.Name), p => p.Name is null or ""),
        ["IsNullOrWhiteSpace"] = (p => string.IsNullOrWhiteSpace(p.Name), p => p.Name is null or ""),

        // Maps and lists.
        ["index"] = (p => p.Metadata["plan"] == "pro", p => p.Id == "full"),
        ["index by a field"] = (p => p.Metadata[p.ExternalUserDetails.Country ?? "plan"] == "free", p => p.Id == "odd"),
        ["GetValueOrDefault"] = (p => p.Metadata.GetValueOrDefault("plan") == "pro", p => p.Id == "full"),
        ["ContainsKey"] = (p => p.Metadata.ContainsKey("k"), p => p.Id == "full"),
        ["Count"] = (p => p.Metadata.Count == 2, p => p.Id == "full"),
        ["count of actions"] = (p => p.EnforcementActions.Count > 1, p => p.Id == "odd"),
        ["count of grants"] = (p => p.TrustGrants.Count == 0, p => p.Id is not ("full" or "odd")),
        ["count of tiers"] = (p => p.Programs.Cyber!.Tiers.Count == 2, p => p.Id == "odd"),
        ["grant"] = (p => p.TrustGrants["cyber"]!.Status == TrustGrantStatus.Active, p => p.Id == "full"),
        ["tier"] = (p => p.Programs.Cyber!.Tiers["one"]!.Status == TierStatus.Active, p => p.Id == "full"),
        ["feature"] = (p => p.Programs.Efs!.Features["f"]!.Status == FeatureStatus.Active, p => p.Id == "full"),
        ["feature's key"] = (p => p.Programs.Efs!.Features.ContainsKey("f"), p => p.Programs.Efs is not null),
        ["any pair"] = (p => p.Metadata.Any(pair => pair.Key == "k" && pair.Value == "Bea"), p => p.Id == "full"),
        ["all pairs"] = (p => p.Metadata.All(pair => pair.Value == "free"), p => p.Id != "full"),
        ["any pair with the profile"] = (
            p => p.Metadata.Any(pair => pair.Value == p.Name!.Trim()),
            p => p.Id == "full"
        ),
        ["any grant"] = (p => p.TrustGrants.Any(pair => pair.Value.Status == "odd"), p => p.Id == "odd"),
        ["any grant's value"] = (p => p.TrustGrants.Values.Any(grant => grant.Status == "odd"), p => p.Id == "odd"),
        ["any key"] = (p => p.Metadata.Keys.Any(key => key == "k"), p => p.Id == "full"),
        ["any value"] = (p => p.Metadata.Values.Any(value => value == "free"), p => p.Id == "odd"),
        ["all keys of grants"] = (p => p.TrustGrants.Keys.All(key => key == "x"), p => p.TrustGrants.Count == 0),
        ["all tiers"] = (
            p => p.Programs.Cyber!.Tiers.Values.All(tier => tier.Status != TierStatus.Active),
            p => p.Id == "odd"
        ),
        ["any tier's pair"] = (p => p.Programs.Cyber!.Tiers.Any(pair => pair.Key == "two"), p => p.Id == "odd"),
        ["any feature"] = (p => p.Programs.Efs!.Features.Values.Any(), p => p.Programs.Efs is not null),
        ["any feature's pair"] = (
            p => p.Programs.Efs!.Features.Any(pair => pair.Value.Status == "odd"),
            p => p.Id == "odd"
        ),
        ["any action"] = (p => p.EnforcementActions.Any(), p => p.EnforcementActions.Count > 0),
        ["any action that"] = (
            p => p.EnforcementActions.Any(action => action.Reason == EnforcementReason.HighHarm),
            p => p.Id == "full"
        ),
        ["all actions"] = (p => p.EnforcementActions.All(action => action.ExpiresAt == null), p => p.Id != "odd"),
        ["not all actions"] = (
            p => !p.EnforcementActions.All(action => action.Type == EnforcementActionType.Ban),
            p => p.Id == "odd"
        ),
        ["two quantifiers"] = (
            p => p.EnforcementActions.Any(one => p.EnforcementActions.All(other => other.Type == one.Type)),
            p => p.Id == "full"
        ),

        // Membership.
        ["in an array with null"] = (p => NamesOrNull.Contains(p.Name), p => p.Name is null or " Bea"),
        ["in a list of nullables"] = (p => Times.Contains(p.ExternalUserDetails.OnboardedAt), p => p.Id == "full"),
        ["in a new array"] = (p => new[] { "odd", "x" }.Contains(p.Id), p => p.Id == "odd"),
        ["in enums"] = (p => new List<AccessType> { "odd" }.Contains(p.AccessType), p => p.Id == "odd"),

        // Times.
        ["Year"] = (p => p.CreatedAt.Year == 2026, p => p.CreatedAt.Year == 2026),
        ["Month"] = (p => p.CreatedAt.Month == 5, p => p.CreatedAt.Month == 5),
        ["Day"] = (p => p.CreatedAt.Day == 28, p => p.Id == "odd"),
        ["Hour"] = (p => p.CreatedAt.Hour == 13, p => p.CreatedAt.Hour == 13),
        ["Minute"] = (p => p.CreatedAt.Minute == 14, p => p.CreatedAt.Minute == 14),
        ["Second"] = (p => p.CreatedAt.Second == 15, p => p.CreatedAt.Second == 15),
        ["DayOfYear"] = (p => p.CreatedAt.DayOfYear == 121, p => p.Id == "full"),
        ["TimeOfDay"] = (p => p.CreatedAt.TimeOfDay > TimeSpan.FromHours(13), p => p.CreatedAt.Hour == 13),
        ["DayOfWeek"] = (p => p.CreatedAt.DayOfWeek == DayOfWeek.Friday, p => p.Id == "full"),
        ["DayOfWeek, captured"] = (p => p.CreatedAt.DayOfWeek != Friday, p => p.Id != "full"),
        ["DayOfWeek, in a range"] = (
            p => p.CreatedAt.DayOfWeek >= DayOfWeek.Monday && p.CreatedAt.DayOfWeek <= DayOfWeek.Thursday,
            p => p.CreatedAt.DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Thursday
        ),
        ["DayOfWeek of null"] = (
            p => p.ExternalUserDetails.OnboardedAt!.Value.DayOfWeek == DayOfWeek.Saturday,
            p => p.Id == "full"
        ),
        ["days, fractional"] = (p => (p.UpdatedAt - p.CreatedAt).Days < 2.5, p => true),
        ["Date"] = (p => p.CreatedAt.Date == new DateTime(2026, 5, 1), p => p.Id == "full"),
        ["UtcDateTime"] = (p => p.CreatedAt.UtcDateTime == new DateTime(2026, 5, 1, 13, 14, 15), p => p.Id == "full"),
        ["UtcTicks"] = (p => p.CreatedAt.UtcTicks > 1000, p => p.Id is "full" or "odd"),
        ["AddDays"] = (p => p.CreatedAt.AddDays(1) == p.ExternalUserDetails.OnboardedAt, p => p.Id == "full"),
        ["AddHours"] = (p => p.CreatedAt.AddHours(50) == p.UpdatedAt, p => p.Id == "full"),
        ["AddMinutes"] = (p => p.CreatedAt.AddMinutes(3000) == p.UpdatedAt, p => p.Id == "full"),
        ["AddSeconds"] = (p => p.CreatedAt.AddSeconds(180000) == p.UpdatedAt, p => p.Id == "full"),
        ["time and span"] = (p => p.CreatedAt + TimeSpan.FromHours(50) == p.UpdatedAt, p => p.Id == "full"),
        ["time less span"] = (p => p.CreatedAt - TimeSpan.FromHours(-50) == p.UpdatedAt, p => p.Id == "full"),
        ["time less time"] = (p => p.UpdatedAt - p.CreatedAt > TimeSpan.FromHours(49), p => p.Id == "full"),
        ["time less null"] = (
            p => p.UpdatedAt - p.ExternalUserDetails.OnboardedAt < TimeSpan.FromHours(1000),
            p => p.Id is "full" or "odd"
        ),
        ["Days"] = (p => (p.UpdatedAt - p.CreatedAt).Days == 2, p => p.Id == "full"),
        ["TotalDays"] = (p => (p.UpdatedAt - p.CreatedAt).TotalDays > 2.08, p => p.Id == "full"),
        ["TotalHours"] = (p => (p.UpdatedAt - p.CreatedAt).TotalHours == 50, p => p.Id == "full"),
        ["TotalMinutes"] = (p => (p.UpdatedAt - p.CreatedAt).TotalMinutes == 3000, p => p.Id == "full"),
        ["TotalSeconds"] = (p => (p.UpdatedAt - p.CreatedAt).TotalSeconds == 180000, p => p.Id == "full"),
        ["HasValue"] = (
            p => p.ExternalUserDetails.OnboardedAt.HasValue,
            p => p.ExternalUserDetails.OnboardedAt is not null
        ),
        ["Value"] = (p => p.ExternalUserDetails.OnboardedAt!.Value.Day == 2, p => p.Id == "full"),
        ["below NaN"] = (p => (p.UpdatedAt - p.CreatedAt).TotalDays < double.NaN, p => false),
        ["above NaN"] = (p => (p.UpdatedAt - p.CreatedAt).TotalDays > double.NaN, p => false),
        ["at least NaN"] = (p => p.Metadata.Count >= double.NaN, p => false),
        ["at most NaN, first"] = (p => double.NaN <= p.Metadata.Count, p => false),
        ["equal to NaN"] = (p => p.Metadata.Count == double.NaN, p => false),
        ["unequal to NaN"] = (p => p.Metadata.Count != double.NaN, p => true),
        ["not below NaN"] = (p => !(p.Metadata.Count < double.NaN), p => true),
        ["NaN and NaN"] = (p => double.NaN == Unordered || p.Id == "odd", p => p.Id == "odd"),
        ["at most a real"] = (p => (p.UpdatedAt - p.CreatedAt).TotalHours <= 50, p => true),
        ["at least a real"] = (p => (p.UpdatedAt - p.CreatedAt).TotalHours >= 50, p => p.Id == "full"),
        ["null and a real"] = (p => (double?)p.Name!.Length != 4.0, p => p.Name?.Length != 4),
        ["among reals with NaN"] = (p => Reals.Contains(p.Metadata.Count), p => p.Id == "full"),
        ["long"] = (p => p.Metadata.Count > 1L, p => p.Id == "full"),

        // Extensible enums.
        ["known status"] = (p => p.EnforcementStatus.IsKnown, p => p.Id == "full"),
        ["effective status"] = (p => p.EnforcementStatus.Effective == EnforcementStatus.Restricted, p => p.Id == "odd"),
        ["text of a status"] = (p => p.EnforcementStatus.ToString() == "odd", p => p.Id == "odd"),
        ["known access"] = (p => p.AccessType.IsKnown, p => p.Id == "full"),
        ["text of an access"] = (p => p.AccessType.ToString() == "odd", p => p.Id == "odd"),
        ["known relationship"] = (p => p.Relationship.IsKnown, p => p.Id == "full"),
        ["known account"] = (p => p.ExternalUserDetails.AccountStatus.IsKnown, p => p.Id == "full"),
        ["known entity"] = (p => p.ExternalUserDetails.EntityType.IsKnown, p => p.Id == "full"),
        ["known program"] = (p => p.Programs.Cyber!.Status.IsKnown, p => p.Id == "full"),
        ["known grant"] = (p => p.TrustGrants["cyber"]!.Status.IsKnown, p => p.Id == "full"),
        ["known tier"] = (p => p.Programs.Cyber!.Tiers["one"]!.Status.IsKnown, p => p.Id == "full"),
        ["known feature"] = (p => p.Programs.Efs!.Features["f"]!.Status.IsKnown, p => p.Id == "full"),
        ["known reason"] = (p => p.EnforcementActions.Any(action => action.Reason.IsKnown), p => p.Id == "full"),
        ["known action"] = (p => p.EnforcementActions.Any(action => action.Action.IsKnown), p => p.Id == "full"),
        ["known type"] = (p => p.EnforcementActions.All(action => action.Type.IsKnown), p => p.Id != "odd"),
        ["effective type"] = (
            p => p.EnforcementActions.All(action => action.Type.Effective == EnforcementActionType.Restriction),
            p => p.Id != "full"
        ),
        ["effective reason"] = (
            p => p.EnforcementActions.Any(action => action.Reason.Effective == EnforcementReason.Unspecified),
            p => p.Id == "odd"
        ),
        ["effective action"] = (
            p => p.EnforcementActions.Any(action => action.Action.Effective == RequiredAction.Verify),
            p => p.Id == "full"
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Condition_IsKnownAndHoldsWhereItShould(string name)
    {
        var (written, meant) = Cases[name];

        var condition = NodeCode.Of(Closed(written));

        Assert.NotNull(condition);
        Assert.Equal(Profiles.Select(meant), Profiles.Select(condition));
        Assert.Equal(Profiles.Select(meant), Profiles.Select(NullSafeRewriter.Rewrite(Closed(written)).Compile()));
    }

    [Fact]
    public void UnknownConstruct_IsCompiled()
    {
        Expression<Func<UserProfile, bool>>[] unknown =
        [
            p => p.Name!.Length + 1 == 5,
            p => p.Name!.Substring(1) == "Bea",
            p => p.Name!.StartsWith(' '),
            p => p.Name!.Contains('B'),
            p => p.Id.GetHashCode() == 0 || p.Name == " Bea",
            p => Folded.Contains(p.Id),
            p => FrozenFolded.Contains(p.Id),
            p => p.EnforcementActions.Any(action => Folded.Contains(p.Id)),
            p => p.Metadata.Keys.Contains("k"),
            p => (p.Name == " Bea") & (p.Id == "full"),
            p => p.UpdatedAt.AddMonths(1) > Start,
            p => p.CreatedAt.Millisecond == 0 && p.Id == "full",
            p => (p.UpdatedAt - p.CreatedAt).Hours == 2,
            p => p.Name!.CompareTo(" Bea") == 0,
        ];

        Assert.All(unknown, written => Assert.Null(NodeCode.Of(Closed(written))));
        Assert.All(
            unknown,
            written =>
                Assert.Contains(
                    "full",
                    Profiles.Where(Evaluator.Of(Closed(written))).Select(p => p.Id).DefaultIfEmpty("full")
                )
        );
    }

    [Fact]
    public void Selector_GivesWhatCSharpGives()
    {
        Check(p => p.Name, p => p.Name);
        Check(p => p.Name!.Length, p => p.Name?.Length ?? 0);
        Check(p => (int?)p.Name!.Length, p => p.Name?.Length);
        Check(p => (object?)p.Name!.Length, p => p.Name?.Length);
        Check(p => (object)p.AccessType, p => p.AccessType);
        Check(p => p.Programs.Cyber!.Status, p => p.Programs.Cyber?.Status ?? default);
        Check(p => p, p => p);
        Check(p => new { p.Id }, p => new { p.Id });
        Check(p => new { p.Id, p.Name!.Length }, p => new { p.Id, Length = p.Name?.Length ?? 0 });
        Check(
            p => new
            {
                p.Id,
                Length = (int?)p.Name!.Length,
                p.CreatedAt,
            },
            p => new
            {
                p.Id,
                Length = p.Name?.Length,
                p.CreatedAt,
            }
        );
        Check(
            p => new
            {
                p.Id,
                p.Name,
                p.CreatedAt,
                p.AccessType,
                Inner = new { p.Id },
            },
            p => new
            {
                p.Id,
                p.Name,
                p.CreatedAt,
                p.AccessType,
                Inner = new { p.Id },
            }
        );
    }

    private static void Check<T>(Expression<Func<UserProfile, T>> written, Func<UserProfile, T> meant)
    {
        Assert.Equal(Profiles.Select(meant), Profiles.Select(NodeCode.Of(Closed(written))!));
        Assert.Equal(Profiles.Select(meant), Profiles.Select(NullSafeRewriter.Rewrite(Closed(written)).Compile()));
    }

    private static Expression<TDelegate> Closed<TDelegate>(Expression<TDelegate> lambda) =>
        lambda.Update(new ClosedExpressions(TimeProvider.System, reads: true).Visit(lambda.Body), lambda.Parameters);
}
