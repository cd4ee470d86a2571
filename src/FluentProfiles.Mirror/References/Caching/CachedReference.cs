namespace FluentProfiles.Mirror.References.Caching;

/// <summary>An entry of the cache. Two entries are equal only if they are the same object.</summary>
/// <param name="found">What is cached.</param>
/// <param name="at">The position of the feed of changes when it was read.</param>
/// <param name="clock">The time.</param>
internal sealed class CachedReference(ProfileReference found, long at, TimeProvider clock)
{
    private readonly Elapsed since = new(clock);

    public ProfileReference Found => found;

    public long At => at;

    public TimeSpan Age => since.Time;
}
