namespace FluentProfiles;

/// <summary>The progress of a bulk write.</summary>
/// <param name="Found">The number of profiles that the query has returned so far.</param>
/// <param name="Written">The number of profiles that were written.</param>
/// <param name="Unchanged">The number of profiles that already had the wanted values, so nothing was sent. For a
/// delete, the number of profiles that were already deleted when their turn came.</param>
/// <param name="Failed">The number of profiles that could not be written.</param>
public sealed record BulkWriteProgress(long Found, long Written, long Unchanged, long Failed)
{
    /// <summary>The number of profiles that no longer matched the query's conditions, or were deleted, when
    /// <see cref="BulkWriteOptions.VerifyEach"/> read them again.</summary>
    public long Skipped { get; init; }
}
