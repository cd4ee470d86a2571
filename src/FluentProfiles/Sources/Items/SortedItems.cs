namespace FluentProfiles.Sources.Items;

/// <summary>Objects in memory in the order and under the filter of one listing. They are sorted once: completely when the second
/// page is read, and for a first page only as far as it needs.</summary>
internal sealed class SortedItems(IReadOnlyList<UserProfile> items, ListRequest listing)
{
    private UserProfile[]? sorted;
    private bool wasRead;

    /// <summary>Returns up to so many items from a position on.</summary>
    public IReadOnlyList<UserProfile> Read(int start, int count)
    {
        if (!wasRead)
        {
            wasRead = true;
            return [.. ServiceListing.Of(items, listing).Skip(start).Take(count)];
        }
        sorted ??= [.. ServiceListing.Of(items, listing)];
        return start >= sorted.Length
            ? []
            : new ArraySegment<UserProfile>(sorted, start, Math.Min(count, sorted.Length - start));
    }
}
