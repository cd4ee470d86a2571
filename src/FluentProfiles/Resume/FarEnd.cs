namespace FluentProfiles.Resume;

/// <summary>The state of a walk from both ends. A side returns the profiles of one value of the key together, so a value
/// alone identifies its position.</summary>
/// <param name="Cursor">The cursor of the page at which the far side resumes; null for its first page.</param>
/// <param name="IsDone">True when the far side reads no more, and the near side does the rest.</param>
/// <param name="NearEdge">The position of the latest profile that the near side has returned; null before the first.</param>
/// <param name="FarEdge">The position of the latest profile that the far side has returned; null before the first.</param>
internal sealed record FarEnd(string? Cursor, bool IsDone, long? NearEdge, long? FarEdge)
{
    public static FarEnd None { get; } = new(null, false, null, null);
}
