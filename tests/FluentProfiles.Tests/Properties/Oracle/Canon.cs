using System.Globalization;

namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>A result as text, so that results can be compared whatever their types, and printed.</summary>
internal static class Canon
{
    public static string List<T>(IEnumerable<T> items) => string.Join("\n", items.Select(item => Of(item)));

    /// <summary>Without an order.</summary>
    public static string Set<T>(IEnumerable<T> items) =>
        string.Join("\n", items.Select(item => Of(item)).Order(StringComparer.Ordinal));

    public static string Map<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs) =>
        Set(pairs.Select(pair => $"{Of(pair.Key)} → {Of(pair.Value)}"));

    public static string Of(object? item) =>
        item switch
        {
            null => "null",
            UserProfile profile => OfProfile(profile),
            DateTimeOffset time => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            _ => item.ToString()!,
        };

    private static string OfProfile(UserProfile profile) =>
        string.Join(
            ' ',
            profile.Id,
            Of(profile.CreatedAt),
            Of(profile.UpdatedAt),
            Of(profile.Name),
            OfMap(profile.Metadata, value => value),
            profile.EnforcementStatus,
            string.Join(
                ',',
                profile.EnforcementActions.Select(a => $"{a.Type}/{a.Action}/{Of(a.OpenedAt)}/{Of(a.ExpiresAt)}")
            ),
            Of(profile.ExternalUserDetails.Country),
            Of(profile.ExternalUserDetails.OnboardedAt),
            profile.ExternalUserDetails.AccountStatus,
            OfCyber(profile.Programs.Cyber),
            profile.Programs.Efs is { } efs ? efs.Status : "null",
            profile.AccessType,
            profile.Relationship,
            Of(profile.ExternalId),
            Of(profile.ExternalUserOnboardedAt),
            OfMap(profile.TrustGrants, grant => grant.Status.ToString())
        );

    private static string OfCyber(CyberProgram? cyber) =>
        cyber is null
            ? "null"
            : $"{cyber.Status}/{cyber.Requirements?.DataRetention}/{cyber.Requirements?.HumanReview}/{OfMap(cyber.Tiers, tier => tier.Status.ToString())}";

    private static string OfMap<TValue>(ProfileMap<TValue> map, Func<TValue, string> value)
        where TValue : class => $"[{string.Join(',', map.Select(pair => $"{pair.Key}={value(pair.Value)}"))}]";
}
