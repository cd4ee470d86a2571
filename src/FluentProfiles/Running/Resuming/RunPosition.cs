using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Resume;
using FluentProfiles.Running.Paging;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Resuming;

/// <summary>The position of a run in its listing: the page to read next, and the part of that page that was
/// examined.</summary>
/// <param name="start">Where another run stopped; null for a run of its own.</param>
/// <param name="cursor">The first cursor of a run of its own; null for the start of the listing.</param>
/// <param name="order">The order of the listing; null for look-ups.</param>
/// <param name="mostIds">The most ids of examined profiles to keep.</param>
internal sealed class RunPosition(ResumePoint? start, string? cursor, ServiceOrder? order, int mostIds)
{
    private int unmet = start?.Examined?.Ids?.Hashes.Count ?? 0;

    /// <summary>The cursor of the page to read next; null for the first.</summary>
    public string? Cursor { get; private set; } = start?.Cursor ?? cursor;

    /// <summary>The part of that page that was examined; null for none.</summary>
    public ExaminedPart? Examined { get; private set; } = start?.Examined;

    /// <summary>What a walk from both ends has done.</summary>
    public FarEnd? Far { get; private set; } = start?.Far;

    /// <summary>True when a page was read.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>True when the latest page has brought the run further: it was examined to its end, or in part.</summary>
    public bool HasMovedOn { get; private set; }

    /// <summary>True at the end of the listing.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>True for the start of the listing.</summary>
    public bool IsStart => Cursor is null && Far is null && Examined is null;

    private SortKey? Positions => order?.SortedBy is { HasPositions: true } key ? key : null;

    /// <summary>A page without what an earlier run has examined of it.</summary>
    public Page Unexamined(Page page) =>
        Examined is { } known ? Page.Without(page, profile => known.Covers(profile, order)) : page;

    /// <summary>Records how far a page was examined.</summary>
    /// <param name="walk">The walk that has returned the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="end">The first profile of it that was not examined.</param>
    public void Advance(PageWalk walk, Page page, int end)
    {
        HasMoved = true;
        if (end > 0 && end < page.Profiles.Count && page.CursorAfter is { } cursorAfter)
        {
            (Cursor, Examined, HasMovedOn) = (cursorAfter(end - 1), null, true);
            return;
        }
        unmet -= page.Read - page.Profiles.Count;
        var isWhole = end >= page.Profiles.Count;
        Far = isWhole ? walk.Far : WithinPage(walk.Far);
        IsAtEnd = isWhole && walk.IsAtEnd;
        var isPast = isWhole && !walk.IsHolding;
        Cursor = isPast ? walk.Following : walk.Current;
        HasMovedOn = isPast || end > 0;
        if (!isPast)
            Examine(page, end, walk.IsHeld);
        // New profiles may have pushed those examined to a later page.
        else if (Positions is null ? unmet <= 0 : page.Profiles.Count > 0)
            Examined = null;
    }

    private void Examine(Page page, int end, bool isHeld)
    {
        if (isHeld && end > 0)
            Examined = new(Positions!.PositionOf(page.Profiles[end - 1]), null);
        else
            Examined = ExaminedPart.After(Examined, [.. page.Profiles.Take(end)], Positions, mostIds);
    }

    /// <summary>The rest of the page comes first, and only the near side reads it.</summary>
    private FarEnd? WithinPage(FarEnd? far) =>
        far is null ? null : far with { NearEdge = Far?.NearEdge, IsDone = true };
}
