namespace FluentProfiles.Tests.Properties.Oracle;

/// <summary>A profile as a revision serves it, by the table of the service's documentation.</summary>
internal static class ServedProfile
{
    public static UserProfile As(UserProfile profile, ApiRevision revision, bool whole) =>
        new()
        {
            Id = profile.Id,
            CreatedAt = profile.CreatedAt,
            UpdatedAt = profile.UpdatedAt,
            Metadata = profile.Metadata,
            Name = profile.Name,
            TrustGrants = revision < ApiRevision.Current ? profile.TrustGrants : [],
            ExternalId = revision <= ApiRevision.V2026_08_18 ? profile.ExternalId : null,
            Relationship = revision == ApiRevision.V2026_03_24 ? profile.Relationship : default,
            AccessType = revision >= ApiRevision.V2026_08_18 ? profile.AccessType : default,
            ExternalUserOnboardedAt = revision == ApiRevision.V2026_08_18 ? profile.ExternalUserOnboardedAt : null,
            ExternalUserDetails = revision >= ApiRevision.V2026_09_04 ? profile.ExternalUserDetails : new(),
            EnforcementStatus = revision == ApiRevision.Current ? profile.EnforcementStatus : default,
            EnforcementActions = revision == ApiRevision.Current ? profile.EnforcementActions : [],
            Programs = revision == ApiRevision.Current ? Programs(profile.Programs, whole) : new(),
        };

    private static Programs Programs(Programs programs, bool whole) =>
        new() { Cyber = programs.Cyber is { } cyber ? Cyber(cyber, whole) : null, Efs = whole ? programs.Efs : null };

    private static CyberProgram Cyber(CyberProgram cyber, bool whole) =>
        new()
        {
            Status = cyber.Status,
            Requirements = cyber.Requirements,
            Tiers = whole ? cyber.Tiers : [],
        };
}
