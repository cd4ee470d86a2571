using FluentProfiles.Execution.Stages;
using FluentProfiles.Json;

namespace FluentProfiles.Execution;

/// <summary>Where a run stands in its listing: before which page, or after which profile behind a cursor.</summary>
/// <param name="start">Where another run stopped; null for a run of its own.</param>
/// <param name="cursor">The first cursor of a run of its own; null for the start of the listing.</param>
/// <param name="byCreatedAt">The direction of a listing by the time of creation; null for another order.</param>
internal sealed class RunPosition(ResumePoint? start, string? cursor, bool? byCreatedAt)
{
    private string? lastId = start?.LastId;
    private DateTimeOffset lastCreatedAt = start?.LastCreatedAt ?? default;
    private bool isLooking = start?.LastId is not null;

    /// <summary>The cursor of the page to read next; null for the first.</summary>
    public string? Cursor { get; private set; } = start?.Cursor ?? cursor;

    /// <summary>What a walk from both ends has done from the far one.</summary>
    public FarEnd? Far { get; private set; } = start?.Far;

    /// <summary>Whether a page was read.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>Whether the listing has no more.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>How many of a page were examined before: none, but where an earlier run stopped within it. Should the profile
    /// at which it stopped be gone by now, the time of its creation tells.</summary>
    public int StartIn(Page page)
    {
        if (!isLooking)
            return 0;
        var profiles = page.Profiles;
        var found = profiles.TakeWhile(profile => profile.Id != lastId).Count();
        var before = found < profiles.Count ? found + 1 : profiles.TakeWhile(IsBeforeLast).Count();
        isLooking = found == profiles.Count && before == profiles.Count;
        return before;
    }

    /// <summary>Notes how far a page was examined.</summary>
    /// <param name="walk">What has given the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="end">The first profile of it that was not examined.</param>
    public void Advance(PageWalk walk, Page page, int end)
    {
        HasMoved = true;
        Far = walk.Far;
        var isWhole = end >= page.Profiles.Count;
        IsAtEnd = isWhole && walk.IsAtEnd;
        if (isWhole && !walk.IsHolding && !isLooking)
        {
            (Cursor, lastId) = (walk.Following, null);
            return;
        }
        Cursor = walk.Current;
        if (end > 0 && !isLooking)
            (lastId, lastCreatedAt) = (page.Profiles[end - 1].Id, page.Profiles[end - 1].CreatedAt);
    }

    public ResumePoint ToPoint(ulong fingerprint, int limit, IEnumerable<Countdown> countdowns) =>
        new(fingerprint, limit)
        {
            Cursor = Cursor,
            Far = Far,
            LastId = lastId,
            LastCreatedAt = lastCreatedAt,
            Countdowns = [.. countdowns.Select(countdown => countdown.Left)],
        };

    private bool IsBeforeLast(UserProfile profile) =>
        byCreatedAt is { } descending
        && (descending ? profile.CreatedAt > lastCreatedAt : profile.CreatedAt < lastCreatedAt);
}
