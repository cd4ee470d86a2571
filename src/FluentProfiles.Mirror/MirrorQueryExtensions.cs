using FluentProfiles.Mirror.Querying;

namespace FluentProfiles;

/// <summary>Extension methods for queries over a mirror.</summary>
public static class MirrorQueryExtensions
{
    /// <summary>Returns a query that also runs before the first full pass is complete, on the profiles stored so
    /// far.</summary>
    /// <param name="query">A query that starts at <see cref="ProfileMirror.Query"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="query"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="query"/> reads from another place.</exception>
    public static ProfileQuery<T> AllowPartial<T>(this ProfileQuery<T> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Definition.Source is MirrorQuerySource mirror
            ? new(query.Definition with { Source = mirror.AllowingPartial() })
            : throw new ArgumentException(
                "AllowPartial() is for queries over a mirror, and this query reads from another place. Remove it, or start the query with mirror.Query().",
                nameof(query)
            );
    }
}
