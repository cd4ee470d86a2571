using FluentProfiles.Operators;
using FluentProfiles.Sources.Items;

namespace FluentProfiles;

/// <summary>Queries that need no service.</summary>
public static class ProfileQuery
{
    /// <summary>The same query over objects in memory, for the unit tests of applications. They are ordered as the service
    /// would, newest first unless the query says otherwise, and what the service can't do is refused alike.</summary>
    /// <remarks>Bulk writes run on them as well, with the checks and the report of the service. They leave the items as they are: the
    /// query remembers what was written, and later runs of it, and of queries made from it, read that. Another call of this method
    /// begins with the items again. For single calls, too, use <c>InMemoryProfiles</c> of the package
    /// <c>FluentProfiles.Testing</c>.</remarks>
    /// <param name="items">The profiles, read anew by each run. Each needs an id of its own, as in the service: a condition on
    /// <c>Id</c> finds no item whose id is empty, and a run that looks up an id which several items have ends with an
    /// <see cref="ArgumentException"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    /// <example>
    /// <code region="from-items">
    /// var profiles = ProfileQuery.FromItems([
    ///     new()
    ///     {
    ///         Id = "uprof_1",
    ///         EnforcementStatus = EnforcementStatus.Banned,
    ///         Metadata = new() { ["plan"] = "pro" },
    ///     },
    ///     new()
    ///     {
    ///         Id = "uprof_2",
    ///         EnforcementStatus = EnforcementStatus.Banned,
    ///         Metadata = new() { ["plan"] = "free" },
    ///     },
    /// ]);
    ///
    /// Assert.Equal(["uprof_1"], await PaidButStoppedAsync(profiles));
    /// </code>
    /// </example>
    public static ProfileQuery<UserProfile> FromItems(IEnumerable<UserProfile> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new(new QueryDefinition(new ItemsSource(items), QuerySettings.Default, null));
    }
}
