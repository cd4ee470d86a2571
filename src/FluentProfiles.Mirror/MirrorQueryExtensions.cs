using FluentProfiles.Mirror.Querying;

namespace FluentProfiles;

/// <summary>What only queries over a mirror have.</summary>
public static class MirrorQueryExtensions
{
    /// <summary>Returns the query so that it also runs before the first full pass has ended, on the profiles that the mirror
    /// has by then.</summary>
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
