namespace FluentProfiles;

/// <summary>A profile that a bulk write or a sync failed to write.</summary>
/// <param name="Id">The id of the profile. Empty if a create failed; set if the create succeeded and
/// <see cref="BulkWriteOptions.Created"/> threw.</param>
/// <param name="Error">The reason: the service's error, an exception that a setter threw, or the error for a setter's
/// invalid value.</param>
public sealed record BulkWriteFailure(string Id, Exception Error)
{
    /// <summary>The profile to create; null for an update or a delete.</summary>
    public NewProfile? Profile { get; init; }

    /// <summary>The key of the row in a sync; null otherwise.</summary>
    public string? Key { get; init; }
}
