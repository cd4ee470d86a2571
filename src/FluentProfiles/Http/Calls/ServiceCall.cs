using System.Net;

namespace FluentProfiles.Http.Calls;

/// <summary>A call of the service: what each of its attempts sends, and whether there may be another one.</summary>
/// <param name="Endpoint">The endpoint, which makes the call.</param>
/// <param name="Address">The path and the query, behind the base address.</param>
/// <param name="Scope">The betas, the workspace and the settings.</param>
internal sealed record ServiceCall(Endpoint Endpoint, string Address, RequestScope Scope)
{
    public HttpMethod Method => Endpoint.Method;

    /// <summary>The path without an id or a query: what may be told of it.</summary>
    public string Route => Endpoint.Route;

    /// <summary>How it is sent.</summary>
    public RequestSettings Settings => Scope.Settings;

    /// <summary>A body of JSON; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>True when the call can be sent twice with the same effect as once. Any other call is retried only after a failure that
    /// proves that it had no effect.</summary>
    public bool IsIdempotent { get; init; } = true;

    /// <summary>True for a page or a look-up of a query, which has no time limit unless the options set one.</summary>
    public bool IsOfQuery { get; init; }

    /// <summary>Returns true for a status with which the service may answer this call: 200 for a read, any success but 206
    /// for a write.</summary>
    public bool CanBeAnsweredWith(HttpStatusCode status) =>
        status == HttpStatusCode.OK || (Method != HttpMethod.Get && status != HttpStatusCode.PartialContent);

    /// <summary>Counts the requests. When it allows no further attempt, the call ends with the failure of the last one.
    /// Null for no budget.</summary>
    public IRequestBudget? Budget { get; init; }
}
