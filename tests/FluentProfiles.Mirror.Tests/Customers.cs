namespace FluentProfiles.Mirror.Tests;

/// <summary>Profiles with chosen members.</summary>
internal static class Customers
{
    /// <summary>A profile as if it had been created at another time.</summary>
    public static UserProfile CreatedAt(UserProfile profile, DateTimeOffset time) =>
        new()
        {
            Id = profile.Id,
            Name = profile.Name,
            CreatedAt = time,
            UpdatedAt = time,
            Metadata = profile.Metadata,
            AccessType = profile.AccessType,
            EnforcementStatus = profile.EnforcementStatus,
            ExternalUserDetails = profile.ExternalUserDetails,
            Programs = profile.Programs,
        };
}
