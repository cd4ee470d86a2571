using System.Runtime.CompilerServices;

namespace FluentProfiles.Http.Calls;

/// <summary>An endpoint of the service. Every call is made from one of these, so the list is complete: the drift check
/// compares it with the official SDK's.</summary>
internal sealed class Endpoint
{
    /// <summary>The collection that all endpoints belong to.</summary>
    public const string Root = "/v1/user_profiles";

    private const string Profile = "/{id}";
    private const string GoogleDataControls = $"{Profile}/providers/google/data_controls";

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

    public static Endpoint GetDataControls { get; } =
        new(HttpMethod.Get, GoogleDataControls) { Beta = AnthropicBeta.GoogleManagedDataControls2026_09_01 };

    public static Endpoint UpdateDataControls { get; } =
        new(HttpMethod.Post, GoogleDataControls) { Beta = AnthropicBeta.GoogleManagedDataControls2026_09_01 };

    public HttpMethod Method { get; }

    /// <summary>The beta without which there is no such endpoint: each call names it. The default value for none.</summary>
    public AnthropicBeta Beta { get; private init; }

    /// <summary>The path with <c>{id}</c> in place of an id: logs and spans show it.</summary>
    public string Route { get; }

    /// <summary>A call of an endpoint of the collection.</summary>
    /// <param name="scope">The betas and the workspace.</param>
    /// <param name="query">The query with its question mark, or empty for none.</param>
    public ServiceCall Call(RequestScope scope, string query = "") => new(this, Root + query, scope);

    /// <summary>A call of an endpoint of one profile.</summary>
    /// <param name="id">The id of the profile.</param>
    /// <param name="scope">The betas and the workspace.</param>
    /// <param name="parameter">What the caller calls the id.</param>
    /// <exception cref="ArgumentException">No address can carry the id.</exception>
    public ServiceCall Call(
        string id,
        RequestScope scope,
        [CallerArgumentExpression(nameof(id))] string? parameter = null
    ) => new(this, Root + ResourceAddress.OfProfile(id, parameter) + afterId, WithBeta(scope));

    private RequestScope WithBeta(RequestScope scope) =>
        Beta == default ? scope : scope with { Betas = scope.Betas.Add([Beta], nameof(Beta)) };
}
