using CsCheck;
using FluentProfiles.Tests.Properties.Data;

namespace FluentProfiles.Tests.Properties.Conditions;

/// <summary>What can be asked of a profile, by part of the profile.</summary>
internal static class ProfileAtoms
{
    private static readonly Gen<int> Small = Gen.Int[0, 3];

    /// <summary>What the planner may hand to the service, and what resembles it.</summary>
    public static readonly Atoms<UserProfile> OfService = new()
    {
        { Values.KnownStatuses, x => p => p.EnforcementStatus == x, Subject.StatusIs },
        { Values.KnownStatuses, x => p => x == p.EnforcementStatus, Subject.StatusIs },
        { Values.KnownStatuses, x => p => p.EnforcementStatus.Equals(x), Subject.Status },
        { Values.KnownStatuses, x => p => p.EnforcementStatus != x, Subject.Status },
        { Values.StatusArrays, x => p => x.Contains(p.EnforcementStatus), Subject.Status },
        { Values.StatusArrays.Select(Listed), x => p => x.Contains(p.EnforcementStatus), Subject.Status },
        { Values.StatusArrays.Select(Hashed), x => p => x.Contains(p.EnforcementStatus), Subject.Status },
        { Gen.OneOf("banned", ""), x => p => p.EnforcementStatus == x, Subject.Status },
        { Values.Ids, x => p => p.Id == x, Subject.Id },
        { Values.IdArrays, x => p => x.Contains(p.Id), Subject.Id },
        { Values.IdArrays.Select(Listed), x => p => x.Contains(p.Id), Subject.Id },
        { Values.IdArrays.Select(Hashed), x => p => x.Contains(p.Id), Subject.Id },
        { Values.IdArrays.Select(Folded), x => p => x.Contains(p.Id), Subject.Id },
        { Values.Bounds, x => p => p.CreatedAt == x },
        { Values.Bounds, x => p => p.CreatedAt != x },
        { Values.Bounds, x => p => p.CreatedAt < x },
        { Values.Bounds, x => p => p.CreatedAt <= x },
        { Values.Bounds, x => p => p.CreatedAt > x },
        { Values.Bounds, x => p => x <= p.CreatedAt },
        { Values.Bounds, x => p => x > p.CreatedAt },
        { Values.BoundsOrNull, x => p => p.CreatedAt >= x },
        { Gen.Int[0, 2], x => p => x > 0, Subject.Constant },
        { Gen.Const(true), x => p => true, Subject.Constant },
        { Gen.Const(false), x => p => false, Subject.Constant },
    };

    /// <summary>What runs on the client.</summary>
    public static readonly Atoms<UserProfile> OfClient = new()
    {
        { Values.Bounds, x => p => p.UpdatedAt >= x },
        { Values.BoundsOrNull, x => p => p.UpdatedAt < x },
        { Gen.Int[1, 5], x => p => p.UpdatedAt - p.CreatedAt > TimeSpan.FromHours(x) },
        { Values.Moments(6), x => p => p.UpdatedAt.AddHours(1) == x },
        { Values.NamesOrNull, x => p => p.Name == x },
        { Values.NamesOrNull, x => p => p.Name != x },
        p => p.Name == null,
        p => p.Name != null,
        { Values.Names, x => p => p.Name!.StartsWith(x, StringComparison.Ordinal) },
        { Values.Names, x => p => p.Name!.Contains(x) },
        { Values.Names, x => p => p.Name!.ToLowerInvariant() == x },
        { Values.Names, x => p => string.Equals(p.Name, x, StringComparison.OrdinalIgnoreCase) },
        { Values.Names, x => p => p.Name!.Equals(x) },
        { Values.Names, x => p => (p.Name ?? "A") == x },
        { Small, x => p => p.Name!.Length > x },
        { Small, x => p => p.Name!.Length <= x },
        { Small, x => p => p.Name!.Length != x },
        p => string.IsNullOrEmpty(p.Name),
        { Values.NamesOrNull.Array[0, 3], x => p => x.Contains(p.Name) },
        { Values.Texts, x => p => p.Metadata["plan"] == x },
        { Values.Texts, x => p => p.Metadata["plan"] != x },
        { Values.Keys, x => p => p.Metadata.ContainsKey(x) },
        { Values.Keys, x => p => p.Metadata[x]!.Length > 3 },
        { Small, x => p => p.Metadata.Count == x },
        { Small, x => p => p.Metadata.Count % 2 == x },
        { Values.Texts, x => p => p.Metadata.Any(pair => pair.Value == x) },
        p => p.AccessType == AccessType.Passthrough,
    };

    /// <summary>What runs on the client and goes into the parts of a profile, through nulls.</summary>
    public static readonly Atoms<UserProfile> OfParts = new()
    {
        { Values.Country, x => p => p.ExternalUserDetails.Country == x },
        { Values.Country.Array[0, 2], x => p => x.Contains(p.ExternalUserDetails.Country) },
        { Values.Country, x => p => !p.ExternalUserDetails.Country!.StartsWith(x ?? "U") },
        { Values.Moments(6), x => p => p.ExternalUserDetails.OnboardedAt < x },
        { Values.Moments(6), x => p => p.ExternalUserDetails.OnboardedAt != x },
        { Values.Moments(6), x => p => p.ExternalUserDetails.OnboardedAt!.Value >= x },
        p => p.ExternalUserDetails.OnboardedAt.HasValue,
        p => p.ExternalUserDetails.OnboardedAt > p.CreatedAt,
        p => p.ExternalUserDetails.AccountStatus == AccountStatus.Active,
        { Values.ProgramStatuses, x => p => p.Programs.Cyber!.Status == x },
        { Values.ProgramStatuses, x => p => p.Programs.Cyber!.Status != x },
        { Gen.Bool, x => p => p.Programs.Cyber!.Requirements!.DataRetention == x },
        p => p.Programs.Cyber!.Requirements!.HumanReview,
        p => !p.Programs.Cyber!.Requirements!.HumanReview,
        p => p.Programs.Cyber != null && p.Programs.Cyber.Requirements == null,
        p => p.Programs.Cyber!.Tiers.Count > 0,
        p => p.Programs.Cyber!.Tiers["one"]!.Status == TierStatus.Active,
        { Values.ProgramStatuses, x => p => p.Programs.Efs!.Status == x },
        p => p.Programs.Efs == null,
        { Small, x => p => p.EnforcementActions.Count > x },
        p => p.EnforcementActions.Any(),
        p => p.EnforcementActions.Any(a => a.Type == EnforcementActionType.Ban),
        p => p.EnforcementActions.All(a => a.ExpiresAt == null),
        { Values.Moments(6), x => p => p.EnforcementActions.Any(a => a.ExpiresAt > x || a.OpenedAt == p.UpdatedAt) },
        p => p.ExternalId == null,
        { Gen.OneOf("user-2", "user-3"), x => p => p.ExternalId == x },
        p => p.Relationship == Relationship.Resold,
        p => p.TrustGrants["cyber"]!.Status == TrustGrantStatus.Active,
        { Values.Moments(6), x => p => p.ExternalUserOnboardedAt <= x },
    };

    private static List<T> Listed<T>(T[] values) => [.. values];

    private static HashSet<T> Hashed<T>(T[] values) => [.. values];

    private static HashSet<string> Folded(string[] values) =>
        new(values.Select(value => value.ToUpperInvariant()), StringComparer.OrdinalIgnoreCase);
}
