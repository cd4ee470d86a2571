using System.Linq.Expressions;

namespace FluentProfiles.Tests.Expressions.NullSafety;

/// <summary>Every <c>.</c> and <c>[]</c> reads as <c>?.</c>, and a condition holds only when it is true. Each case names the
/// profiles that must be found; over the service and over objects alike.</summary>
public sealed class NullRuleTests
{
    private static readonly bool Yes = true;
    private static readonly UserProfile Bare = new() { Id = "bare", CreatedAt = TestProfiles.Start.AddMinutes(2) };

    private static readonly UserProfile Full = new()
    {
        Id = "full",
        CreatedAt = TestProfiles.Start.AddMinutes(1),
        Name = "Bea",
        Metadata = new() { ["k"] = "42", ["same"] = "Bea" },
        AccessType = AccessType.Application,
        ExternalUserDetails = new() { Country = "DE", OnboardedAt = TestProfiles.Start },
        EnforcementActions = [new() { Id = "enac_1", Reason = EnforcementReason.HighHarm }],
        Programs = new()
        {
            Cyber = new()
            {
                Status = "active",
                Requirements = new() { DataRetention = true },
            },
        },
    };

    private static readonly Dictionary<string, (Expression<Func<UserProfile, bool>> Predicate, string Found)> Cases =
        new()
        {
            ["call"] = (p => p.Name!.StartsWith("B"), "full"),
            ["not call"] = (p => !p.Name!.StartsWith("B"), "bare"),
            ["not not call"] = (p => !!p.Name!.StartsWith("B"), "full"),
            ["call with comparison"] = (p => p.Name!.Equals("BEA", StringComparison.OrdinalIgnoreCase), "full"),
            ["chained calls"] = (p => p.Name!.Trim().ToUpperInvariant().Contains("EA"), "full"),
            ["length above"] = (p => p.Name!.Length > 2, "full"),
            ["length below"] = (p => p.Name!.Length < 9, "full"),
            ["length not below"] = (p => !(p.Name!.Length < 9), "bare"),
            ["length equal"] = (p => p.Name!.Length == 3, "full"),
            ["length unequal"] = (p => p.Name!.Length != 4, "bare full"),
            ["length unequal to its own"] = (p => p.Name!.Length != 3, "bare"),
            ["zero length"] = (p => p.Name!.Length == 0, ""),
            ["arithmetic"] = (p => p.Name!.Length + 1 == 4, "full"),
            ["character"] = (p => p.Name![0] == 'B', "full"),
            ["element"] = (p => FlagsOf(p.Name)![0], "full"),
            ["element equal"] = (p => FlagsOf(p.Name)![0] == false, ""),
            ["element equal to its own"] = (p => FlagsOf(p.Name)![0].Equals(false), ""),
            ["element behind what holds"] = (p => (Yes && FlagsOf(p.Name)![0]) == false, "bare"),
            ["element before what does not hold"] = (p => (!Yes || FlagsOf(p.Name)![0]) == false, "bare"),
            ["map value"] = (p => p.Metadata["k"]!.Length == 2, "full"),
            ["map null"] = (p => p.Metadata["k"] == null, "bare"),
            ["map key"] = (p => p.Metadata.ContainsKey("k"), "full"),
            ["two fields"] = (p => p.Name == p.Metadata["same"], "bare full"),
            ["nested flag"] = (p => p.Programs.Cyber!.Requirements!.DataRetention, "full"),
            ["not nested flag"] = (p => !p.Programs.Cyber!.Requirements!.DataRetention, "bare"),
            ["nested flag equal"] = (p => p.Programs.Cyber!.Requirements!.DataRetention == false, ""),
            ["nested flag unequal"] = (p => p.Programs.Cyber!.Requirements!.DataRetention != true, "bare"),
            ["nested enum"] = (p => p.Programs.Cyber!.Status == ProgramStatus.Active, "full"),
            ["nested enum unequal"] = (p => p.Programs.Cyber!.Status != ProgramStatus.Active, "bare"),
            ["grant"] = (p => p.TrustGrants["x"]!.Status == TrustGrantStatus.Active, ""),
            ["grant unequal"] = (p => p.TrustGrants["x"]!.Status != TrustGrantStatus.Active, "bare full"),
            ["value"] = (p => p.ExternalUserDetails.OnboardedAt!.Value.Year == 2026, "full"),
            ["not value"] = (p => !(p.ExternalUserDetails.OnboardedAt!.Value.Year == 2026), "bare"),
            ["has value"] = (p => p.ExternalUserDetails.OnboardedAt.HasValue, "full"),
            ["has no value"] = (p => !p.ExternalUserDetails.OnboardedAt.HasValue, "bare"),
            ["default value"] = (p => p.ExternalUserDetails.OnboardedAt.GetValueOrDefault() == default, "bare"),
            ["null compared"] = (p => p.ExternalUserDetails.OnboardedAt > TestProfiles.Start.AddDays(-1), "full"),
            ["conditional"] = (p => (p.Name == null ? 7 : p.Name.Length) == 7, "bare"),
            ["conditional on null"] = (p => p.Name!.StartsWith("B") ? p.Name.Length == 3 : p.Name == null, "bare full"),
            ["coalesce"] = (p => (p.Name ?? "none") == "none", "bare"),
            ["coalesce chain"] = (p => (p.Metadata["k"] ?? p.Name ?? p.Id) == "bare", "bare"),
            ["coalesce number"] = (p => ((int?)p.Name!.Length ?? -1) == -1, "bare"),
            ["static call"] = (p => string.IsNullOrEmpty(p.Name), "bare"),
            ["concatenation"] = (p => p.Name + "!" == "!", "bare"),
            ["and"] = (p => p.Name!.Length > 2 && p.Name.EndsWith('a'), "full"),
            ["or"] = (p => p.Name!.Length > 2 || p.Id == p.ToString(), "bare full"),
            ["bitwise or"] = (p => p.Name!.Length > 2 | p.Metadata["k"] == null, "bare full"),
            ["default of enum"] = (p => p.AccessType == default, "bare"),
            ["count of a list"] = (p => p.EnforcementActions.Count == 0, "bare"),
            ["any of a list"] = (p => p.EnforcementActions.Any(a => a.Reason == EnforcementReason.HighHarm), "full"),
            ["null in a list"] = (p => p.EnforcementActions.Any(a => a.ExpiresAt!.Value.Year > 2000), ""),
            ["first of a list"] = (p => p.EnforcementActions.FirstOrDefault()!.Id.StartsWith("enac"), "full"),
            ["map of objects"] = (p => p.Programs.Cyber!.Tiers["a"]!.Status == default(TierStatus), "bare full"),
            ["text of a number"] = (p => p.Name!.Length.ToString() == "3", "full"),
        };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Predicate_GivesExactlyThoseForWhichItIsTrue(string name)
    {
        var (predicate, found) = Cases[name];
        await using var service = await TestService.StartAsync([Full, Bare]);

        var ids = await service.Query().Where(predicate).Select(p => p.Id).ToListAsync();
        var ofItems = await ProfileQuery.FromItems([Full, Bare]).Where(predicate).ToListAsync();

        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), ids);
        Assert.Equal(ids, ofItems.Select(p => p.Id));
    }

    private static bool[]? FlagsOf(string? text) => text is null ? null : [true];
}
