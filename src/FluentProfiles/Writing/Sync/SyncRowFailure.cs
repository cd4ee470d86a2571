namespace FluentProfiles;

/// <summary>A row for which a sync can't write a profile. The profile with its key, if there is one, is left as it is.</summary>
/// <param name="Row">The position of the row, counted from 1.</param>
/// <param name="Key">The key of the row.</param>
/// <param name="Reason">Why: what <c>map</c> threw, or the member that is beyond its limits.</param>
public sealed record SyncRowFailure(long Row, string Key, string Reason);
