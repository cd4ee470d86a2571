namespace FluentProfiles;

/// <summary>A profile that a bulk write or a sync could not write.</summary>
/// <param name="Id">The profile; "" for one that was to be created.</param>
/// <param name="Error">Why: what the service said, or what a setter threw or was refused for.</param>
public sealed record BulkWriteFailure(string Id, Exception Error)
{
    /// <summary>What was to be created; null for an update or a delete.</summary>
    public NewProfile? Profile { get; init; }

    /// <summary>The key of the row in a sync; null elsewhere.</summary>
    public string? Key { get; init; }
}
