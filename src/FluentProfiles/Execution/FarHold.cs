using FluentProfiles.Json;

namespace FluentProfiles.Execution;

/// <summary>Keeps what the far side of a scan has read, until the near side has met it: then it comes back from its end, the
/// profiles of one instant together. What the leading conditions drop is not kept.</summary>
/// <param name="filter">The leading conditions.</param>
internal sealed class FarHold(Pipeline<UserProfile> filter)
{
    private const int UsualPage = 100;

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
        var start = Math.Max(0, held.Count - UsualPage);
        while (start > 0 && held[start - 1].CreatedAt == held[start].CreatedAt)
            start--;
        var last = held.GetRange(start, held.Count - start);
        held.RemoveRange(start, last.Count);
        last.Reverse();
        var (read, bytes) = taken;
        taken = default;
        return new(last, null, null, bytes) { Read = read };
    }
}
