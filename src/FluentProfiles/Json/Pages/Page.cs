using FluentProfiles.Model.Schema;

namespace FluentProfiles.Json.Pages;

/// <summary>A page as read: its profiles with the fields that the run looks at first.</summary>
/// <param name="profiles">In the service's order.</param>
/// <param name="nextCursor">The cursor of the page that follows, or null at the end of the listing.</param>
/// <param name="response">The status and the headers of the answer; null where there is no one answer.</param>
/// <param name="bytes">The size of the body, decompressed; 0 where none was read.</param>
internal class Page(
    IReadOnlyList<UserProfile> profiles,
    string? nextCursor,
    ProfilesResponse? response = null,
    long bytes = 0
) : IDisposable, IUnreadPage
{
    public IReadOnlyList<UserProfile> Profiles => profiles;

    public string? NextCursor => nextCursor;

    public ProfilesResponse? Response => response;

    public string? RequestId => response?.RequestId;

    public long Bytes => bytes;

    /// <summary>How many profiles were read for it.</summary>
    public int Read { get; init; } = profiles.Count;

    /// <summary>Returns the cursor that continues after a profile of the page; null if a page can only be continued at its
    /// end.</summary>
    public Func<int, string>? CursorAfter { get; init; }

    /// <summary>The fields that <see cref="Profiles"/> have. <see cref="Complete"/> may read more.</summary>
    public FieldMask Fields { get; init; } = FieldMask.All;

    /// <summary>A page but for some of its profiles; the page itself where there are none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="isLeftOut">True for a profile to leave out.</param>
    /// <param name="countsLeftOut">True when those left out count as read.</param>
    public static Page Without(Page page, Func<UserProfile, bool> isLeftOut, bool countsLeftOut = true)
    {
        if (!page.Profiles.Any(isLeftOut))
            return page;
        var left = Enumerable.Range(0, page.Profiles.Count).Where(i => !isLeftOut(page.Profiles[i])).ToArray();
        return new JoinedPage([page], [.. left.Select(i => (page, i))])
        {
            Read = countsLeftOut ? page.Read : left.Length,
        };
    }

    /// <summary>Called with each profile of which <see cref="Complete"/> reads some fields; null for none.</summary>
    public (FieldMask Fields, Action<UserProfile, Page> Check)? Completed { get; set; }

    public Page ReadBy(PageReader reader, int limit) => this;

    /// <summary>Returns a profile with all fields that the run reads.</summary>
    public virtual UserProfile Complete(int index) => profiles[index];

    /// <summary>Releases the memory that the profiles were read from, and the objects that they were read into. Only profiles that
    /// have left the run remain valid.</summary>
    public virtual void Dispose() { }
}
