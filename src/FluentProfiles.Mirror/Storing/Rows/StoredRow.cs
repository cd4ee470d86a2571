namespace FluentProfiles.Mirror.Storing.Rows;

/// <summary>What a comparison needs of a row in the database.</summary>
/// <param name="Key">The key of the row.</param>
/// <param name="Id">The id of the profile.</param>
/// <param name="CreatedAt">When the profile was created, to the microsecond.</param>
/// <param name="Hash">The hash of its content.</param>
/// <param name="RequestedAt">When the request was sent whose response the row holds, to the microsecond.</param>
internal sealed record StoredRow(
    long Key,
    string Id,
    DateTimeOffset CreatedAt,
    byte[] Hash,
    DateTimeOffset RequestedAt
);
