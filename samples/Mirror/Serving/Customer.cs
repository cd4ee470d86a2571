using FluentProfiles;

namespace Mirror.Serving;

/// <summary>A profile as the page shows it.</summary>
internal sealed record Customer(
    string Id,
    string? Reference,
    string? Name,
    string Status,
    string? Country,
    DateTimeOffset CreatedAt,
    IReadOnlyDictionary<string, string> Metadata
)
{
    public static Customer Of(UserProfile profile) =>
        new(
            profile.Id,
            profile.ExternalUserDetails.ReferenceId,
            profile.Name,
            profile.EnforcementStatus.ToString(),
            profile.ExternalUserDetails.Country,
            profile.CreatedAt,
            profile.Metadata
        );
}
