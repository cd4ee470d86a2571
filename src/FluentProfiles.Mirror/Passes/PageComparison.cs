using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.Passes;

/// <summary>What a page changes.</summary>
/// <param name="Added">Listed, but not stored.</param>
/// <param name="Changed">Stored with another content, before the page was requested.</param>
/// <param name="Refilled">Stored with the same content, but with other members that the model does not know. That is no change of the
/// profile.</param>
/// <param name="Missing">Stored as an older reading, but not listed.</param>
/// <param name="Overtaken">Stored with another content, and perhaps since the page was requested. The write decides.</param>
internal sealed record PageComparison(
    IReadOnlyList<ProfileRow> Added,
    IReadOnlyList<ProfileRow> Changed,
    IReadOnlyList<ProfileRow> Refilled,
    IReadOnlyList<StoredRow> Missing,
    IReadOnlyList<ProfileRow> Overtaken
)
{
    /// <summary>How many rows follow that were not compared, because too many are missing already.</summary>
    public long Uncompared { get; init; }

    /// <summary>How many of the changed rows passes before this one have changed, which were stopped.</summary>
    public long ChangedAgain { get; init; }

    public bool IsEmpty => Missing.Count == 0 && !Written.Any();

    /// <summary>What is written.</summary>
    public IEnumerable<ProfileRow> Written => [.. Added, .. Changed, .. Refilled, .. Overtaken];

    /// <summary>Compares a page with what is stored.</summary>
    /// <param name="border">Where the page before it ended.</param>
    /// <param name="page">The page.</param>
    /// <param name="stored">The rows from the border to the page's last profile, or to the end behind the last page, and the rows
    /// of the page's profiles wherever they are.</param>
    public static PageComparison Of(PassBorder border, PassPage page, IReadOnlyCollection<StoredRow> stored)
    {
        var known = stored.ToDictionary(row => row.Id);
        // A page may have a profile twice; the latter is the later one.
        var listed = page.Rows.GroupBy(row => row.Id).Select(rows => rows.Last()).ToDictionary(row => row.Id);
        List<ProfileRow> added = [];
        List<ProfileRow> changed = [];
        List<ProfileRow> refilled = [];
        List<ProfileRow> overtaken = [];
        foreach (var row in listed.Values)
        {
            if (!known.TryGetValue(row.Id, out var old))
                added.Add(row);
            else if (!row.IsIdenticalTo(old) && row.IsAfter(old))
                (row.IsSameAs(old) ? refilled : changed).Add(row);
            else if (!row.IsSameAs(old))
                overtaken.Add(row);
        }
        return new(added, changed, refilled, MissingOf(border, page, stored), overtaken);
    }

    /// <summary>Compares a page with some of the rows that it has passed, for missing ones alone.</summary>
    public static PageComparison OfGap(PassBorder border, PassPage page, IReadOnlyCollection<StoredRow> stored) =>
        new([], [], [], MissingOf(border, page, stored), []);

    private static StoredRow[] MissingOf(PassBorder border, PassPage page, IEnumerable<StoredRow> stored)
    {
        var before = border.Ids.ToHashSet();
        return
        [
            .. stored.Where(row =>
                page.HasPassed(row)
                && !page.Ids.Contains(row.Id)
                && !before.Contains(row.Id)
                && row.RequestedAt < page.RequestedAt
            ),
        ];
    }
}
