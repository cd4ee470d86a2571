namespace FluentProfiles;

/// <summary>A profile that a bulk write could not write.</summary>
/// <param name="Id">The profile.</param>
/// <param name="Error">Why: what the service said, or what a setter threw or was refused for.</param>
public sealed record BulkWriteFailure(string Id, Exception Error);
