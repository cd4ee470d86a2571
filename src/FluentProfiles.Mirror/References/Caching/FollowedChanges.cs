namespace FluentProfiles.Mirror.References.Caching;

/// <summary>What has changed behind a position of the feed of changes.</summary>
/// <param name="Position">The last position.</param>
/// <param name="Ids">The profiles that were created, changed or removed; null where any may have been.</param>
/// <param name="References">The references that those profiles have now.</param>
internal sealed record FollowedChanges(long Position, IReadOnlyList<string>? Ids, IReadOnlyList<string> References)
{
    public static FollowedChanges None(long position) => new(position, [], []);

    public static FollowedChanges Any(long position) => new(position, Ids: null, []);
}
