using FluentProfiles.Model.Schema;

namespace FluentProfiles.Sources.Items;

/// <summary>Sorts and filters profiles in memory as the service does a listing.</summary>
internal static class ServiceListing
{
    public static IEnumerable<UserProfile> Of(IEnumerable<UserProfile> profiles, ListRequest request)
    {
        var filtered = request.Statuses is { } statuses
            ? profiles.Where(profile => statuses.Contains(profile.EnforcementStatus))
            : profiles;
        if (request.OrderBy == ProfileSchema.Name.Name)
            return filtered.OrderBy(profile => profile.Name, new ServiceNameComparer<string?>(request.Descending));
        return request.Descending
            ? filtered.OrderByDescending(profile => profile.CreatedAt)
            : filtered.OrderBy(profile => profile.CreatedAt);
    }
}
