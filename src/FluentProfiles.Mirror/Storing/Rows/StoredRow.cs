namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>What a comparison needs of a row in the database.</summary>
/// <param name="Key">The key of the row.</param>
/// <param name="Id">The id of the profile.</param>
/// <param name="CreatedAt">When the profile was created, to the microsecond.</param>
/// <param name="Hash">The hash of its content.</param>
/// <param name="RequestedAt">The latest moment that was seen before the request was sent whose response the row holds.</param>
/// <param name="StoredAt">The moment of the transaction that wrote the row.</param>
internal sealed record StoredRow(
    long Key,
    string Id,
    DateTimeOffset CreatedAt,
    byte[] Hash,
    DateTimeOffset RequestedAt,
    DateTimeOffset StoredAt
);
