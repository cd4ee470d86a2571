using FluentProfiles.Json;

namespace FluentProfiles.Execution;

/// <summary>Where a run stands in its listing: before which page, and what of that one was examined already.</summary>
/// <param name="start">Where another run stopped; null for a run of its own.</param>
/// <param name="cursor">The first cursor of a run of its own; null for the start of the listing.</param>
/// <param name="byCreatedAt">The direction of a listing by the time of creation; null for another order.</param>
internal sealed class RunPosition(ResumePoint? start, string? cursor, bool? byCreatedAt)
{
    private ExaminedPart? examined = start?.Examined;
    private int unmet = start?.Examined?.Ids.Count ?? 0;

    /// <summary>The cursor of the page to read next; null for the first.</summary>
    public string? Cursor { get; private set; } = start?.Cursor ?? cursor;

    /// <summary>What a walk from both ends has done from the far one.</summary>
    public FarEnd? Far { get; private set; } = start?.Far;

    /// <summary>Whether a page was read.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>True when the latest page has brought the run further: it was examined to its end, or in part.</summary>
    public bool HasMovedOn { get; private set; }

    /// <summary>Whether the listing has no more.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>A page without what an earlier run has examined of it.</summary>
    public Page Unexamined(Page page) =>
        examined is { } known ? Page.Without(page, profile => known.Covers(profile, byCreatedAt)) : page;

    /// <summary>Notes how far a page was examined.</summary>
    /// <param name="walk">What has given the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="end">The first profile of it that was not examined.</param>
    public void Advance(PageWalk walk, Page page, int end)
    {
        HasMoved = true;
        Far = walk.Far;
        unmet -= page.Read - page.Profiles.Count;
        var isWhole = end >= page.Profiles.Count;
        IsAtEnd = isWhole && walk.IsAtEnd;
        var isPast = isWhole && !walk.IsHolding;
        Cursor = isPast ? walk.Following : walk.Current;
        HasMovedOn = isPast || end > 0;
        if (!isPast || walk.MayHold)
            examined = ExaminedPart.After(examined, [.. page.Profiles.Take(end)], byCreatedAt is not null);
        // New profiles may have pushed those examined to a later page.
        else if (byCreatedAt is null ? unmet <= 0 : page.Profiles.Count > 0)
            examined = null;
    }

    /// <param name="query">The query.</param>
    /// <param name="limit">The page size.</param>
    public ResumePoint ToPoint(QueryFingerprint query, int limit) =>
        new(query)
        {
            Limit = Cursor is null && Far is null && examined is null ? null : limit,
            Cursor = Cursor,
            Far = Far,
            Examined = examined,
        };
}
