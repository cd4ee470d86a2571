namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>A row of a page.</summary>
/// <param name="Json">The profile.</param>
/// <param name="Place">Its place in the order.</param>
internal readonly record struct ListingRow(ReadOnlyMemory<byte> Json, Keyset Place);
