namespace FluentProfiles.Execution;

/// <summary>What of the page behind a cursor was examined, in a form that outlasts changes of the listing: profiles created
/// or deleted meanwhile shift no one's place.</summary>
/// <param name="Time">When the last profile examined was created.</param>
/// <param name="Ids">The profiles examined, as hashes of their ids; of a listing by time of creation only those of
/// <paramref name="Time"/>, for the time tells the others.</param>
internal sealed record ExaminedPart(DateTimeOffset Time, IReadOnlySet<ulong> Ids)
{
    /// <summary>Whether a profile was examined, or created meanwhile in front of those that were.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="descending">The direction of a listing by time of creation; null for another order.</param>
    public bool Covers(UserProfile profile, bool? descending) =>
        Ids.Contains(IdHash.Of(profile.Id))
        || (descending is { } down && (down ? profile.CreatedAt > Time : profile.CreatedAt < Time));

    /// <summary>What was examined when some more were; null for nothing at all.</summary>
    public static ExaminedPart? After(ExaminedPart? earlier, IReadOnlyList<UserProfile> more, bool byTime)
    {
        if (more.Count == 0)
            return earlier;
        var time = more[^1].CreatedAt;
        var ids = more.Where(profile => !byTime || profile.CreatedAt == time).Select(profile => IdHash.Of(profile.Id));
        var isSameInstant = !byTime || time == earlier?.Time;
        return new(time, (earlier is not null && isSameInstant ? ids.Concat(earlier.Ids) : ids).ToHashSet());
    }
}
