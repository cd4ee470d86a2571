namespace FluentProfiles.Mirror.Querying.Sql;

/// <summary>The place of a profile in an order, as the database has it.</summary>
/// <param name="Key">The value that the order compares: a text, a number or bytes; null for none.</param>
/// <param name="Id">The id; null for the place before the first profile without a value.</param>
internal sealed record Keyset(object? Key, string? Id);
