using FluentProfiles.Execution.Stages;
using FluentProfiles.Json;

namespace FluentProfiles.Execution;

/// <summary>Where a run stands in its listing: before which page, or after which profile of a page.</summary>
/// <param name="start">Where another run stopped; null for a run of its own.</param>
/// <param name="cursor">The first cursor of a run of its own; null for the start of the listing.</param>
internal sealed class RunPosition(ResumePoint? start, string? cursor)
{
    private string? lastId = start?.LastId;
    private DateTimeOffset lastCreatedAt = start?.LastCreatedAt ?? default;

    /// <summary>The cursor of the page to read next; null for the first.</summary>
    public string? Cursor { get; private set; } = start?.Cursor ?? cursor;

    /// <summary>Whether a page was read.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Whether the listing has no more.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>How many of a page were examined before: none, but for the page in which an earlier run stopped.</summary>
    public int StartIn(Page page) =>
        lastId is null ? 0 : page.Profiles.ToList().FindIndex(profile => profile.Id == lastId) + 1;

    /// <summary>Notes how far a page was examined.</summary>
    /// <param name="cursor">The page's own cursor.</param>
    /// <param name="page">The page.</param>
    /// <param name="end">The first profile of it that was not examined.</param>
    public void Advance(string? cursor, Page page, int end)
    {
        HasMoved = true;
        if (end >= page.Profiles.Count)
        {
            (Cursor, lastId) = (page.NextCursor, null);
            IsAtEnd = page.NextCursor is null;
            return;
        }
        Cursor = cursor;
        if (end > 0)
            (lastId, lastCreatedAt) = (page.Profiles[end - 1].Id, page.Profiles[end - 1].CreatedAt);
    }

    public ResumePoint ToPoint(ulong fingerprint, int limit, IEnumerable<Countdown> countdowns) =>
        new(fingerprint, limit)
        {
            Cursor = Cursor,
            LastId = lastId,
            LastCreatedAt = lastCreatedAt,
            Countdowns = [.. countdowns.Select(countdown => countdown.Left)],
        };
}
