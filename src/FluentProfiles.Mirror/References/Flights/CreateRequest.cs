namespace FluentProfiles.Mirror.References.Flights;

/// <summary>How a profile is created for a reference that has none.</summary>
/// <param name="Create">Describes the profile.</param>
/// <param name="Client">The client that sends the create.</param>
internal sealed record CreateRequest(Func<NewProfile> Create, ProfilesClient Client)
{
    /// <summary>False for a caller that has read the newest profiles itself.</summary>
    public bool Looks { get; init; } = true;

    /// <summary>Takes the profile as the service has answered it, with the members that the mirror does not store; null for
    /// nothing.</summary>
    public Action<UserProfile>? Answered { get; init; }
}
