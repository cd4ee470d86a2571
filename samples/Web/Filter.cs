using FluentProfiles;

namespace Web;

/// <summary>The parameters <c>country</c> and <c>status</c> of both endpoints. An empty one does not filter.</summary>
internal static class Filter
{
    public static IReadOnlyList<EnforcementStatus> Statuses { get; } =
    [EnforcementStatus.Unrestricted, EnforcementStatus.Pending, EnforcementStatus.Restricted, EnforcementStatus.Banned];

    /// <summary>Returns what is wrong with a status, or null.</summary>
    public static string? ProblemOf(string? status) =>
        string.IsNullOrEmpty(status) || new EnforcementStatus(status).IsKnown
            ? null
            : $"“{status}” is not a status. Use one of: {string.Join(", ", Statuses)}.";

    public static ProfileQuery<UserProfile> Apply(ProfileQuery<UserProfile> profiles, string? country, string? status)
    {
        if (country?.Trim().ToUpperInvariant() is { Length: > 0 } code)
            profiles = profiles.Where(p => p.ExternalUserDetails.Country == code);
        if (!string.IsNullOrEmpty(status))
            profiles = profiles.Where(p => p.EnforcementStatus == status);
        return profiles;
    }
}
