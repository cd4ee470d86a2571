using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Running.Examining;

namespace FluentProfiles.Running.Paging.TwoEnds;

/// <summary>Buffers the pages read from the far end until the near end reaches them. It then returns the profiles in
/// reverse, those of one value of the key together. Profiles that fail the leading conditions are not kept.</summary>
/// <param name="filter">The leading conditions.</param>
/// <param name="key">What the listing is sorted by.</param>
internal sealed class FarBuffer(Pipeline<UserProfile> filter, SortKey key)
{
    private readonly List<UserProfile> held = [];
    private (int Read, long Bytes) taken;

    public bool IsEmpty => held.Count == 0 && taken.Read == 0;

    public async ValueTask AddAsync(Page page)
    {
        using (page)
        {
            await filter.PushAsync(page).ConfigureAwait(false);
            filter.Fault?.Throw();
            held.AddRange(filter.TakeItems());
            taken = (taken.Read + page.Read, taken.Bytes + page.Bytes);
        }
    }

    public Page? TakeLast()
    {
        if (IsEmpty)
            return null;
        var start = Math.Max(0, held.Count - PageLimits.Largest);
        while (start > 0 && key.PositionOf(held[start - 1]) == key.PositionOf(held[start]))
            start--;
        var last = held.GetRange(start, held.Count - start);
        held.RemoveRange(start, last.Count);
        last.Reverse();
        var (read, bytes) = taken;
        taken = default;
        return new(last, null, null, bytes) { Read = read };
    }
}
