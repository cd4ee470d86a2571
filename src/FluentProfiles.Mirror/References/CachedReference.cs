namespace FluentProfiles.Mirror.References;

/// <summary>An entry of the cache. Two entries are equal only if they are the same object.</summary>
/// <param name="found">What is cached.</param>
internal sealed class CachedReference(ProfileReference found)
{
    public ProfileReference Found => found;
}
