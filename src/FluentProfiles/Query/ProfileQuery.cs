using FluentProfiles.Operators;
using FluentProfiles.Sources.Items;

namespace FluentProfiles;

/// <summary>Creates queries that need no service.</summary>
public static class ProfileQuery
{
    /// <summary>Returns a query over objects in memory, for the unit tests of applications. Items are ordered as the
    /// service orders them: newest first unless the query specifies another order. Operations that the service does not
    /// support are rejected in the same way.</summary>
    /// <remarks>Bulk writes run on these objects, too, with the same checks and reports. They do not modify the items.
    /// Instead, the query remembers what was written, and its later runs, and those of queries derived from it, return
    /// the written state. Another call of this method starts from the original items. For calls of single profiles, use
    /// <c>InMemoryProfiles</c> from the package <c>FluentProfiles.Testing</c>.</remarks>
    /// <param name="items">The profiles. Each run enumerates them again. Each needs a unique id, as in the service. A
    /// condition on <c>Id</c> does not match items whose id is empty. A run that looks up an id that several items have
    /// throws an <see cref="ArgumentException"/>.</param>
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
