namespace FluentProfiles.Sources.Items;

/// <summary>Sorts and filters profiles in memory as the service does a listing.</summary>
internal static class ServiceListing
{
    public static IEnumerable<UserProfile> Of(IEnumerable<UserProfile> profiles, ListRequest request)
    {
        var filtered = request.Filters.IsNone ? profiles : profiles.Where(request.Filters.Passes);
        return request.Order.SortedBy.Sort(filtered, request.Order.Descending);
    }
}
