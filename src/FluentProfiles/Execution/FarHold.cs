using FluentProfiles.Json;

namespace FluentProfiles.Execution;

/// <summary>Keeps what the far side of a scan has read, until the near side has met it: the pages come back last one first, each
/// turned round. What the leading conditions drop is not kept.</summary>
/// <param name="filter">The leading conditions.</param>
internal sealed class FarHold(Pipeline<UserProfile> filter)
{
    private readonly Stack<Page> pages = [];

    public bool IsEmpty => pages.Count == 0;

    public async ValueTask AddAsync(Page page)
    {
        using (page)
        {
            await filter.PushAsync(page).ConfigureAwait(false);
            filter.Fault?.Throw();
            var kept = filter.TakeItems();
            kept.Reverse();
            pages.Push(new(kept, page.NextCursor, page.RequestId, page.Bytes) { Read = page.Read });
        }
    }

    public Page? TakeLast() => pages.TryPop(out var page) ? page : null;
}
