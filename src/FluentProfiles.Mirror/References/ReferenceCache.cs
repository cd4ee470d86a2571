using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace FluentProfiles.Mirror.References;

/// <summary>The references that were found last. An entry is dropped when its profile changes or is removed, as far as the feed of
/// changes was followed. Thread-safe.</summary>
internal sealed class ReferenceCache : IDisposable
{
    // A profile that comes later may be a duplicate, or one that the choice prefers.
    private static readonly TimeSpan LongestAge = TimeSpan.FromMinutes(10);

    private readonly MemoryCache byReference;
    private readonly ConcurrentDictionary<string, CachedReference> byId = new(StringComparer.Ordinal);
    private readonly MemoryCacheEntryOptions options;
    private long position;

    /// <param name="most">The most references.</param>
    public ReferenceCache(int most)
    {
        byReference = new(new MemoryCacheOptions { SizeLimit = most });
        options = new() { Size = 1, AbsoluteExpirationRelativeToNow = LongestAge };
        options.RegisterPostEvictionCallback(
            (_, entry, _, _) =>
            {
                var cached = (CachedReference)entry!;
                byId.TryRemove(new(cached.Found.Id, cached));
            }
        );
    }

    /// <summary>The position up to which the feed of changes was followed.</summary>
    public long Position => Interlocked.Read(ref position);

    /// <summary>The cached reference. An entry counts only as long as it can be dropped by the id of its profile.</summary>
    public ProfileReference? Find(string reference) =>
        byReference.Get<CachedReference>(reference) is { } entry
        && byId.TryGetValue(entry.Found.Id, out var named)
        && named == entry
            ? entry.Found
            : null;

    /// <summary>Adds what was found, unless the feed was followed further meanwhile.</summary>
    /// <param name="found">The reference.</param>
    /// <param name="at">The position of the feed when it was read.</param>
    public void Add(ProfileReference found, long at)
    {
        CachedReference entry = new(found);
        byId[found.Id] = entry;
        byReference.Set(found.Reference, entry, options);
        // A change of the profile may have been followed just before it was added.
        if (Position > at)
            Drop(found.Id);
    }

    /// <summary>Drops the profiles that have changed.</summary>
    /// <param name="ids">Their ids; null for all.</param>
    /// <param name="to">The position of the last change.</param>
    public void Follow(IReadOnlyList<string>? ids, long to)
    {
        Interlocked.Exchange(ref position, to);
        if (ids is null)
            Clear();
        else
            foreach (var id in ids)
                Drop(id);
    }

    public void Clear() => byReference.Clear();

    public void Dispose() => byReference.Dispose();

    private void Drop(string id)
    {
        if (byId.TryRemove(id, out var entry))
            byReference.Remove(entry.Found.Reference);
    }
}
