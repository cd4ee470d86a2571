namespace FluentProfiles.Json;

/// <summary>A page as read: its profiles with the fields that the run needs.</summary>
/// <param name="Profiles">In the service's order.</param>
/// <param name="NextCursor">The cursor of the page that follows, or null at the end of the listing.</param>
internal sealed record Page(IReadOnlyList<UserProfile> Profiles, string? NextCursor)
{
    /// <summary>The id of the response, for the service's support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The size of the body, decompressed; 0 where none was read.</summary>
    public long Bytes { get; init; }
}
