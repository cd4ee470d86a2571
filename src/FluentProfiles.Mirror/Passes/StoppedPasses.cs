using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>What passes have written that were stopped because they would have added or changed too much. It counts toward the limits of
/// those that follow, until one is complete or approved: else each attempt might write as much as the limits allow.</summary>
/// <param name="StartedAt">When the first of them was started, by the clock of the process.</param>
/// <param name="RowsAtStart">How many rows there were then.</param>
/// <param name="Added">Rows added.</param>
/// <param name="Changed">Rows replaced, each counted once.</param>
/// <param name="From">A moment before their first write.</param>
/// <param name="To">The last moment that was seen at the end of the latest one that has written.</param>
internal sealed record StoppedPasses(
    DateTimeOffset StartedAt,
    long RowsAtStart,
    long Added,
    long Changed,
    DateTimeOffset From,
    DateTimeOffset To
)
{
    /// <summary>How many of some rows that change now were written while the passes ran. They are counted already, and a service that
    /// is right again changes them back.</summary>
    public long CountAgain(IReadOnlyCollection<ProfileRow> changed, IEnumerable<StoredRow> stored)
    {
        var written = stored.Where(row => row.StoredAt > From && row.StoredAt <= To).Select(row => row.Id).ToHashSet();
        return changed.Count(row => written.Contains(row.Id));
    }
}
