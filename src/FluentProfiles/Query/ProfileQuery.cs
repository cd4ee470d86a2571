using FluentProfiles.Execution;
using FluentProfiles.Query;

namespace FluentProfiles;

/// <summary>Queries that need no service.</summary>
public static class ProfileQuery
{
    /// <summary>The same query over objects in memory, for the unit tests of applications. They are ordered as the service
    /// would, newest first unless the query says otherwise, and what the service can't do is refused alike.</summary>
    /// <param name="items">The profiles, read anew by each run. Each needs an id of its own, as in the service: a condition on
    /// <c>Id</c> finds no item whose id is empty, and a run that looks up an id which several items have ends with an
    /// <see cref="ArgumentException"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static ProfileQuery<UserProfile> FromItems(IEnumerable<UserProfile> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(new QueryDefinition(new ItemsSource(items), QuerySettings.Default, null));
    }
}
