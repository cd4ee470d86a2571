namespace FluentProfiles.Resume;

/// <summary>Which profiles of the page behind a cursor were examined, in a form that outlasts changes of the listing: profiles
/// created or deleted meanwhile do not shift it.</summary>
/// <param name="Time">When the last examined profile was created.</param>
/// <param name="Ids">The examined profiles; in a listing by time of creation only those of <paramref name="Time"/>, because the
/// time identifies the others. Null for every profile of that time.</param>
internal sealed record ExaminedPart(DateTimeOffset Time, IdSet? Ids)
{
    /// <summary>The most ids that are kept, more than two pages of them. In a listing by name, the ids of a page that was
    /// examined to its end are kept for as long as new profiles may push them to a later page.</summary>
    public const int MostIds = 256;

    /// <summary>True for a profile that was examined, or that was created later and stands before the examined
    /// ones.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="descending">The direction of a listing by time of creation; null for another order.</param>
    public bool Covers(UserProfile profile, bool? descending) =>
        (Ids is null ? profile.CreatedAt == Time : Ids.Contains(profile.Id))
        || (descending is { } down && (down ? profile.CreatedAt > Time : profile.CreatedAt < Time));

    /// <summary>The examined part after some more profiles; null for none.</summary>
    /// <param name="earlier">The part so far.</param>
    /// <param name="more">The profiles examined since.</param>
    /// <param name="byTime">True for a listing by time of creation.</param>
    /// <param name="mostIds">The most ids to keep.</param>
    public static ExaminedPart? After(
        ExaminedPart? earlier,
        IReadOnlyList<UserProfile> more,
        bool byTime,
        int mostIds = MostIds
    )
    {
        if (more.Count == 0)
            return earlier;
        var time = more[^1].CreatedAt;
        var ids = more.Where(profile => !byTime || profile.CreatedAt == time).Select(profile => profile.Id);
        var before = byTime && time != earlier?.Time ? null : earlier?.Ids;
        return new(time, (before ?? IdSet.Empty).With(ids, mostIds));
    }
}
