namespace FluentProfiles.Mirror.Storing.Feeds;

/// <summary>How a process writes the feed of changes.</summary>
/// <param name="KeepsValues">True to keep the profile before and after each change.</param>
internal sealed record FeedSettings(bool KeepsValues)
{
    public static FeedSettings Default { get; } = new(KeepsValues: false);
}
