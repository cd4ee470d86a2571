namespace FluentProfiles.Http;

/// <summary>An endpoint of the service. Every call is made from one of these, so the list is complete: the drift check
/// compares it with the official SDK's.</summary>
internal sealed class Endpoint
{
    /// <summary>The collection that all endpoints belong to.</summary>
    public const string Root = "/v1/user_profiles";

    private const string Profile = "/{id}";

    private readonly string afterId;

    private Endpoint(HttpMethod method, string part)
    {
        Method = method;
        Route = Root + part;
        afterId = part.Length == 0 ? "" : part[Profile.Length..];
    }

    public static Endpoint List { get; } = new(HttpMethod.Get, "");

    public static Endpoint Create { get; } = new(HttpMethod.Post, "");

    public static Endpoint Get { get; } = new(HttpMethod.Get, Profile);

    public static Endpoint Update { get; } = new(HttpMethod.Post, Profile);

    public static Endpoint Delete { get; } = new(HttpMethod.Delete, Profile);

    public static Endpoint CreateActionUrl { get; } = new(HttpMethod.Post, $"{Profile}/action_urls");

    public static Endpoint CreateEnrollmentUrl { get; } = new(HttpMethod.Post, $"{Profile}/enrollment_url");

    public HttpMethod Method { get; }

    /// <summary>The path with <c>{id}</c> in place of an id: logs and spans show it.</summary>
    public string Route { get; }

    /// <summary>A call of an endpoint of the collection.</summary>
    /// <param name="scope">The betas and the workspace.</param>
    /// <param name="query">The query with its question mark, or empty for none.</param>
    public ServiceCall Call(RequestScope scope, string query = "") => new(this, Root + query, scope);

    /// <summary>A call of an endpoint of one profile.</summary>
    /// <exception cref="ArgumentException">The id is empty or "." or "..".</exception>
    public ServiceCall Call(string id, RequestScope scope) =>
        new(this, Root + ResourceAddress.OfProfile(id) + afterId, scope);
}
