namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>A profile of a listing that was sorted.</summary>
/// <param name="Key">The key of its row.</param>
/// <param name="SortedBy">The value that the order has compared; null for none.</param>
internal readonly record struct SortedKey(long Key, object? SortedBy);
