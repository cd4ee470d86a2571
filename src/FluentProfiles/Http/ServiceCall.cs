namespace FluentProfiles.Http;

/// <summary>A call of the service: what each of its attempts sends, and whether there may be another one.</summary>
/// <param name="Method">The method.</param>
/// <param name="Resource">What follows <c>/v1/user_profiles</c>: an escaped id with its slash, or a query.</param>
/// <param name="Scope">The betas and the workspace.</param>
internal sealed record ServiceCall(HttpMethod Method, string Resource, RequestScope Scope)
{
    /// <summary>Where the resources are.</summary>
    public const string Root = "/v1/user_profiles";

    /// <summary>The path without an id or a query: what may be told of it.</summary>
    public string Route
    {
        get
        {
            if (!Resource.StartsWith('/'))
                return Root;
            var part = Resource.IndexOf('/', 1);
            return Root + "/{id}" + (part < 0 ? "" : Resource[part..]);
        }
    }

    /// <summary>A body of JSON; empty for none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether sending it twice does the same as sending it once. Where it does not, it is repeated only after a
    /// failure that proves that nothing was done.</summary>
    public bool IsIdempotent { get; init; } = true;

    /// <summary>Called before the wait for each further attempt. What it throws ends the call.</summary>
    public Action? Retrying { get; init; }
}
