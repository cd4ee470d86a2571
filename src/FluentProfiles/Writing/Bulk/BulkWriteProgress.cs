namespace FluentProfiles;

/// <summary>How far a bulk write is.</summary>
/// <param name="Found">Profiles that the query has given so far.</param>
/// <param name="Written">Those written.</param>
/// <param name="Unchanged">Those that were as wanted already, so that nothing was sent; of a delete, those that were gone
/// when their turn came.</param>
/// <param name="Failed">Those that could not be written.</param>
public sealed record BulkWriteProgress(long Found, long Written, long Unchanged, long Failed)
{
    /// <summary>Those that no longer met the query's conditions, or were gone, when
    /// <see cref="BulkWriteOptions.VerifyEach"/> read them again.</summary>
    public long Skipped { get; init; }
}
