using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Resume;
using FluentProfiles.Running.Paging.OneEnd;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Paging.TwoEnds;

/// <summary>The side of a two-ended scan that walks towards the near one. It returns the profiles of one value of the key
/// together, once it has read past them, so that a value alone identifies what it has returned. The value at which the sides meet
/// belongs to the near side.</summary>
/// <param name="walk">Walks the listing in the opposite direction of the query.</param>
/// <param name="order">The order of the walk.</param>
/// <param name="start">Where an earlier run stopped, or null.</param>
/// <param name="reads">False to read nothing and only leave out what an earlier run has returned.</param>
internal sealed class FarSide(CursorWalk walk, ServiceOrder order, FarEnd? start, bool reads) : IAsyncDisposable
{
    private readonly List<(Page Page, string? Cursor)> waiting = [];
    private readonly SortKey key = order.SortedBy;
    private long? open;
    private int given;

    /// <summary>The position of the latest profile returned.</summary>
    public long? Edge { get; private set; } = start?.FarEdge;

    /// <summary>True when it reads no more.</summary>
    public bool IsDone { get; private set; } = !reads;

    /// <summary>True when it has read the whole listing, and the near side none of it.</summary>
    public bool HasAll { get; private set; }

    /// <summary>The cursor of the page at which it resumes.</summary>
    public string? Cursor => waiting.Count > 0 ? waiting[0].Cursor : walk.Following;

    /// <summary>The next page, requested if it was not yet; null at the end, or when this side is ahead of the near
    /// one.</summary>
    public Task<Page?>? Pending(int nearPages) => IsDone || walk.Returned > nearPages ? null : walk.Pending;

    public void Prefetch(int pages, int nearPages)
    {
        if (!IsDone && walk.Returned <= nearPages)
            walk.Prefetch(pages);
    }

    /// <summary>True for a profile that was returned.</summary>
    public bool Covers(UserProfile profile) => Edge is { } edge && !IsBeyond(key.PositionOf(profile), edge);

    /// <summary>Reads a page.</summary>
    /// <param name="near">The position of the latest profile that the near side has read; null before the first.</param>
    /// <returns>The profiles of the values that are complete, or null for none.</returns>
    public async ValueTask<Page?> NextAsync(long? near)
    {
        var page = (await walk.NextAsync().ConfigureAwait(false))!;
        waiting.Add((page, walk.Current));
        long? last = page.Profiles.Count > 0 ? key.PositionOf(page.Profiles[^1]) : null;
        HasAll = walk.IsAtEnd && near is null;
        IsDone = walk.IsAtEnd || (near is { } met && last is { } position && !IsBeyond(met, position));
        if (!walk.IsAtEnd && (last is null || last == open))
            return null;
        open = walk.IsAtEnd ? null : last;
        return Complete(near);
    }

    public async ValueTask DisposeAsync()
    {
        await walk.DisposeAsync().ConfigureAwait(false);
        foreach (var (page, _) in waiting)
            page.Dispose();
    }

    /// <summary>Takes the complete values from the waiting pages: all but the open one, which may continue on the next
    /// page.</summary>
    private JoinedPage Complete(long? near)
    {
        List<(Page Page, int Index)> complete = [];
        List<Page> done = [];
        foreach (var (page, _) in waiting)
        {
            for (; given < page.Profiles.Count && key.PositionOf(page.Profiles[given]) != open; given++)
            {
                if (IsOurs(page.Profiles[given], near))
                    complete.Add((page, given));
            }
            if (given < page.Profiles.Count)
                break;
            done.Add(page);
            given = 0;
        }
        waiting.RemoveRange(0, done.Count);
        if (complete.Count > 0)
            Edge = key.PositionOf(complete[^1].Page.Profiles[complete[^1].Index]);
        return new(done, complete) { Read = done.Sum(page => page.Read) };
    }

    private bool IsOurs(UserProfile profile, long? near) =>
        !Covers(profile) && (near is not { } met || IsBeyond(met, key.PositionOf(profile)));

    /// <summary>True when a position comes after another in the direction of the walk.</summary>
    private bool IsBeyond(long position, long other) => order.Descending ? position < other : position > other;
}
