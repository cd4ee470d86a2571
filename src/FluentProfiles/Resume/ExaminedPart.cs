using FluentProfiles.Model.Schema;
using FluentProfiles.Sources;

namespace FluentProfiles.Resume;

/// <summary>Which profiles of the page behind a cursor were examined, in a form that outlasts changes of the listing: profiles
/// created or deleted meanwhile do not shift it.</summary>
/// <param name="Position">The position of the last examined profile.</param>
/// <param name="Ids">The examined profiles; in an order with positions only those at <paramref name="Position"/>, because the
/// position identifies the others. Null for every profile at that position.</param>
internal sealed record ExaminedPart(long Position, IdSet? Ids)
{
    /// <summary>The most ids that are kept, more than two pages of them. In an order without positions, the ids of a page that was
    /// examined to its end are kept for as long as new profiles may push them to a later page.</summary>
    public const int MostIds = 256;

    /// <summary>True for a profile that was examined, or that was created later and stands before the examined
    /// ones.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="order">The order of the listing; null for look-ups.</param>
    public bool Covers(UserProfile profile, ServiceOrder? order)
    {
        if (order is not { SortedBy: { HasPositions: true } key } known)
            return Ids?.Contains(profile.Id) == true;
        var position = key.PositionOf(profile);
        return (Ids is null ? position == Position : Ids.Contains(profile.Id))
            || (known.Descending ? position > Position : position < Position);
    }

    /// <summary>The examined part after some more profiles; null for none.</summary>
    /// <param name="earlier">The part so far.</param>
    /// <param name="more">The profiles examined since.</param>
    /// <param name="key">The key of the order; null for look-ups.</param>
    /// <param name="mostIds">The most ids to keep.</param>
    public static ExaminedPart? After(
        ExaminedPart? earlier,
        IReadOnlyList<UserProfile> more,
        SortKey? key,
        int mostIds = MostIds
    )
    {
        if (more.Count == 0)
            return earlier;
        if (key is not { HasPositions: true })
            return new(0, (earlier?.Ids ?? IdSet.Empty).With(more.Select(profile => profile.Id), mostIds));
        var position = key.PositionOf(more[^1]);
        var ids = more.Where(profile => key.PositionOf(profile) == position).Select(profile => profile.Id);
        var before = position != earlier?.Position ? null : earlier.Ids;
        return new(position, (before ?? IdSet.Empty).With(ids, mostIds));
    }
}
