using System.Linq.Expressions;
using FluentProfiles.Tests.Expressions.Captured;
using FluentProfiles.Tests.Sources;
using VisualBasic = Microsoft.VisualBasic.CompilerServices.Operators;

namespace FluentProfiles.Tests.Planning.Filters;

/// <summary>What a source that takes conditions is handed, and that it means what the condition means.</summary>
public sealed class ConditionTreeTests
{
    private static readonly DateTimeOffset Since = TestProfiles.Start.AddHours(-9);
    private static readonly DateTimeOffset? Unset = null;
    private static readonly string? Nothing = null;
    private static readonly string?[] References = ["user-3", "", null, "user-3"];
    private static readonly string[] Texts = ["user-3", ""];
    private static readonly EntityType[] Types = [EntityType.Business];
    private static readonly EntityType[] TypesOrNone = [EntityType.Business, default];
    private static readonly FoldingList Own = new(["USER-3"]);
    private static readonly FoldingSet Folding = new(["USER-3"]);

    private static readonly UserProfile[] Profiles =
    [
        .. TestProfiles
            .Many(24)
            .Select(
                (profile, i) =>
                    profile with
                    {
                        ExternalUserDetails = new()
                        {
                            Country = i % 7 == 0 ? null : "DE",
                            EntityType = i % 4 == 0 ? EntityType.Business : default,
                            OnboardedAt = i % 6 == 0 ? null : TestProfiles.Start.AddHours(-i),
                            ReferenceId =
                                i % 5 == 0 ? null
                                : i % 5 == 1 ? ""
                                : $"user-{i}",
                        },
                    }
            ),
    ];

    private static readonly Dictionary<string, (Expression<Func<UserProfile, bool>> Condition, string Handed)> Rows =
        new()
        {
            ["Equals of a text and null"] = (
                p => p.ExternalUserDetails.ReferenceId!.Equals(Nothing),
                "external_user_details.reference_id in []"
            ),
            ["Equals of a time and null"] = (
                p => p.ExternalUserDetails.OnboardedAt.Equals(null),
                "external_user_details.onboarded_at is null"
            ),
            ["Equals of a time and no time"] = (
                p => p.ExternalUserDetails.OnboardedAt.Equals(Unset),
                "external_user_details.onboarded_at is null"
            ),
            ["text on the left"] = (
                p => "user-3" == p.ExternalUserDetails.ReferenceId,
                "external_user_details.reference_id in [\"user-3\"]"
            ),
            ["enum"] = (
                p => p.ExternalUserDetails.EntityType == EntityType.Business,
                "external_user_details.entity_type in [\"business\"]"
            ),
            ["enum on the left"] = (
                p => EntityType.Business == p.ExternalUserDetails.EntityType,
                "external_user_details.entity_type in [\"business\"]"
            ),
            ["no enum"] = (
                p => p.ExternalUserDetails.EntityType == default,
                "(external_user_details.entity_type in [] or external_user_details.entity_type is null)"
            ),
            ["not an enum"] = (
                p => p.ExternalUserDetails.EntityType != EntityType.Business,
                "not external_user_details.entity_type in [\"business\"]"
            ),
            ["Visual Basic's = of no text"] = (
                p => VisualBasic.CompareString(p.ExternalUserDetails.ReferenceId, "", false) == 0,
                "(external_user_details.reference_id in [\"\"] or external_user_details.reference_id is null)"
            ),
            ["Visual Basic's = Nothing"] = (
                p => VisualBasic.CompareString(p.ExternalUserDetails.ReferenceId, null, false) == 0,
                "(external_user_details.reference_id in [\"\"] or external_user_details.reference_id is null)"
            ),
            ["Visual Basic's = of a text"] = (
                p => VisualBasic.CompareString(p.ExternalUserDetails.ReferenceId, "user-3", false) == 0,
                "external_user_details.reference_id in [\"user-3\"]"
            ),
            ["among texts"] = (
                p => Texts.Contains(p.ExternalUserDetails.ReferenceId),
                "external_user_details.reference_id in [\"user-3\", \"\"]"
            ),
            ["among texts and null"] = (
                p => References.Contains(p.ExternalUserDetails.ReferenceId),
                "(external_user_details.reference_id in [\"user-3\", \"\"] or external_user_details.reference_id is null)"
            ),
            ["among enums"] = (
                p => Types.Contains(p.ExternalUserDetails.EntityType),
                "external_user_details.entity_type in [\"business\"]"
            ),
            ["among enums and none"] = (
                p => TypesOrNone.Contains(p.ExternalUserDetails.EntityType),
                "(external_user_details.entity_type in [\"business\"] or external_user_details.entity_type is null)"
            ),
            ["among texts of a comparer"] = (p => Folding.Contains(p.ExternalUserDetails.ReferenceId!), "client"),
            ["among texts of one's own list"] = (
                p => Enumerable.Contains(Own, p.ExternalUserDetails.ReferenceId!),
                "client"
            ),
            ["upper bound"] = (p => p.UpdatedAt <= Since.AddDays(2), "updated_at <= 2026-05-02T15:00:00.0000000Z"),
            ["lower bound"] = (
                p => p.ExternalUserDetails.OnboardedAt > Since,
                "external_user_details.onboarded_at >= 2026-04-30T15:00:00.0000001Z"
            ),
            ["sign of a time"] = (
                p => p.ExternalUserDetails.OnboardedAt!.Value.CompareTo(Since) > -1,
                "external_user_details.onboarded_at >= 2026-04-30T15:00:00.0000000Z"
            ),
            ["after the last time"] = (p => p.UpdatedAt > DateTimeOffset.MaxValue, "client"),
            ["before the first time"] = (p => p.ExternalUserDetails.OnboardedAt < DateTimeOffset.MinValue, "client"),
            ["length"] = (p => p.Id.Length == 12, "client"),
        };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [Trait("Needs", "Compiler")]
    [MemberData(nameof(Names))]
    public async Task Condition_IsHandedToTheSourceAsData(string name)
    {
        var (condition, handed) = Rows[name];
        using CapableSource source = new(Profiles);
        var passing = Profiles.Where(Holds(condition)).Select(p => p.Id).Reverse().ToList();

        Assert.Equal(passing, await source.Query().Where(condition).Select(p => p.Id).ToListAsync());
        Assert.Equal(
            Profiles.Length - passing.Count,
            (await source.Query().Where(condition.Not()).Select(p => p.Id).ToListAsync()).Count
        );
        var plan = source.Query().Where(condition).Explain();
        string[] actual =
        [
            .. plan.Execution.Listing.Conditions.Exact.Select(node => node.Text),
            .. plan.OnClient.Select(_ => "client"),
        ];
        Assert.Equal(handed, string.Join("; ", actual));
    }

    // A missing time has no value in plain C#.
    private static Func<UserProfile, bool> Holds(Expression<Func<UserProfile, bool>> condition)
    {
        var holds = condition.NullSafe();
        return profile =>
        {
            try
            {
                return holds(profile);
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        };
    }

    [Fact]
    public void ConditionOfTheSource_IsRedacted()
    {
        using CapableSource source = new(Profiles);
        var query = source.Query().Where(p => p.ExternalUserDetails.ReferenceId == "user-3");

        Assert.Contains("  filter:         ?", query.Explain(redact: true).ToString());
        Assert.DoesNotContain("user-3", query.Explain(redact: true).ToString());
    }

    [Fact]
    public void ConditionWithoutAnId_NamesNoProfiles()
    {
        using CapableSource source = new(Profiles);
        string[] ids = [Profiles[5].Id];

        Assert.Throws<UnsupportedQueryException>(() =>
            source.Query().Where(p => p.ExternalUserDetails.Country == "DE").OrderBy(p => p.Metadata["plan"]).Explain()
        );
        Assert.Single(
            source.Query().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Metadata["plan"]).Explain().OnClient
        );
    }
}
