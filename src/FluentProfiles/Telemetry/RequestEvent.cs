namespace FluentProfiles;

/// <summary>The base class of the events about one request.</summary>
public abstract class RequestEvent : ProfilesEvent
{
    private protected RequestEvent() { }

    /// <summary>The HTTP method, such as <c>GET</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path, with <c>{id}</c> in place of an id and without the query string.</summary>
    public required string Route { get; init; }
}
