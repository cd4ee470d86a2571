namespace FluentProfiles;

/// <summary>Something that has become of one request.</summary>
public abstract class RequestEvent : ProfilesEvent
{
    private protected RequestEvent() { }

    /// <summary>The method, <c>GET</c> for instance.</summary>
    public required string Method { get; init; }

    /// <summary>The path, with <c>{id}</c> for an id and without a query.</summary>
    public required string Route { get; init; }
}
