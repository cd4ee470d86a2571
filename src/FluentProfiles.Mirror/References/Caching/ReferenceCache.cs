using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Memory;

namespace FluentProfiles.Mirror.References.Caching;

/// <summary>The references that were found last. An entry is dropped when its profile changes or is removed, and when another profile
/// comes that has its reference, as far as the feed of changes was followed. Thread-safe.</summary>
internal sealed class ReferenceCache : IDisposable
{
    // An entry counts the other profiles of its reference, which may be removed.
    private static readonly TimeSpan LongestAge = TimeSpan.FromMinutes(10);

    private readonly MemoryCache byReference;
    private readonly ConcurrentDictionary<string, CachedReference> byId = new(StringComparer.Ordinal);
    private readonly MemoryCacheEntryOptions options = new() { Size = 1 };
    private readonly TimeProvider clock;
    private long position;

    /// <param name="most">The most references.</param>
    /// <param name="clock">The time.</param>
    public ReferenceCache(int most, TimeProvider clock)
    {
        this.clock = clock;
        byReference = new(new MemoryCacheOptions { SizeLimit = most });
        options.RegisterPostEvictionCallback((_, entry, _, _) => Forget((CachedReference)entry!));
    }

    /// <summary>The position up to which the feed of changes was followed.</summary>
    public long Position => Interlocked.Read(ref position);

    /// <summary>The cached reference. An entry counts only as long as it can be dropped by the id of its profile.</summary>
    public ProfileReference? Find(string reference) =>
        byReference.Get<CachedReference>(reference) is { } entry
        && entry.Age < LongestAge
        && byId.TryGetValue(entry.Found.Id, out var named)
        && named == entry
            ? entry.Found
            : null;

    /// <summary>Adds what was found, unless the feed was followed further meanwhile.</summary>
    /// <param name="found">The reference.</param>
    /// <param name="at">The position of the feed when it was read.</param>
    public void Add(ProfileReference found, long at)
    {
        CachedReference entry = new(found, at, clock);
        byId[found.Id] = entry;
        byReference.Set(found.Reference, entry, options);
        // A change of the profile may have been followed just before it was added.
        DropBefore(Position, entry);
    }

    /// <summary>Drops what the changes concern, unless it was read after them.</summary>
    public void Follow(FollowedChanges changes)
    {
        Interlocked.Exchange(ref position, changes.Position);
        if (changes.Ids is null)
        {
            Clear();
            return;
        }
        foreach (var id in changes.Ids)
            DropBefore(changes.Position, byId.GetValueOrDefault(id));
        foreach (var reference in changes.References)
            DropBefore(changes.Position, byReference.Get<CachedReference>(reference));
    }

    public void Clear() => byReference.Clear();

    public void Dispose() => byReference.Dispose();

    private void DropBefore(long last, CachedReference? entry)
    {
        if (entry is null || entry.At >= last)
            return;
        Forget(entry);
        byReference.Remove(entry.Found.Reference);
    }

    private void Forget(CachedReference entry) => byId.TryRemove(new(entry.Found.Id, entry));
}
