using FluentProfiles;

namespace Mirror.Serving;

/// <summary>What the list is asked for. An empty parameter does not filter.</summary>
internal sealed record CustomerFilter(string? Reference, string? Plan, string? Status, string? Order)
{
    public ProfileQuery<UserProfile> Apply(ProfileQuery<UserProfile> customers)
    {
        if (Reference?.Trim() is { Length: > 0 } reference)
            customers = customers.Where(p => p.ExternalUserDetails.ReferenceId == reference);
        if (!string.IsNullOrEmpty(Plan))
            customers = customers.Where(p => p.Metadata["plan"] == Plan);
        if (!string.IsNullOrEmpty(Status))
            customers = customers.Where(p => p.EnforcementStatus == Status);
        return Order switch
        {
            "name" => customers.OrderBy(p => p.Name),
            "oldest" => customers.OrderBy(p => p.CreatedAt),
            _ => customers.OrderByDescending(p => p.CreatedAt),
        };
    }
}
