namespace FluentProfiles.Resume;

/// <summary>The state of a walk from both ends. A side returns the profiles of one instant together, so a time alone
/// identifies its position.</summary>
/// <param name="Cursor">The cursor of the page at which the far side resumes; null for its first page.</param>
/// <param name="IsDone">True when the far side reads no more, and the near side does the rest.</param>
/// <param name="NearEdge">When the latest profile that the near side has given was created; null before the first.</param>
/// <param name="FarEdge">When the latest profile that the far side has given was created; null before the first.</param>
internal sealed record FarEnd(string? Cursor, bool IsDone, DateTimeOffset? NearEdge, DateTimeOffset? FarEdge)
{
    public static FarEnd None { get; } = new(null, false, null, null);
}
