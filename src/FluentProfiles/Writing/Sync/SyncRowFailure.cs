namespace FluentProfiles;

/// <summary>A row for which a sync can't write a profile. If a profile with its key exists, it is left
/// unchanged.</summary>
/// <param name="Row">The one-based position of the row.</param>
/// <param name="Key">The key of the row.</param>
/// <param name="Reason">The reason: the exception that <c>map</c> threw, or the member that exceeds its limits.</param>
public sealed record SyncRowFailure(long Row, string Key, string Reason);
