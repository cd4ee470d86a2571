using FluentProfiles.Http.Calls;
using FluentProfiles.Model.Betas;

namespace FluentProfiles.Sources;

/// <summary>The settings of a query that only the service understands. They are offered to every source when a run opens it.</summary>
internal sealed record SourceSettings
{
    public static SourceSettings Default { get; } = new();

    public BetaSet Betas { get; init; } = BetaSet.Empty;

    public string? Workspace { get; init; }

    /// <summary>How each request is sent.</summary>
    public RequestSettings Requests { get; init; } = RequestSettings.Default;

    /// <summary>True for a query that starts at a cursor of the service.</summary>
    public bool StartsAtCursor { get; init; }

    /// <summary>True for a query that reads each profile again for the fields that a listing does not have.</summary>
    public bool ReadsDetails { get; init; }

    /// <summary>Returns the scope of the requests for a client's betas and workspace.</summary>
    /// <exception cref="ProfilesConfigurationException">Two betas of the query each choose a shape.</exception>
    public RequestScope ScopeOver(BetaSet betas, string? workspace)
    {
        Betas.ThrowIfConflicting();
        return new(betas.JoinedBy(Betas), Workspace ?? workspace) { Settings = Requests };
    }

    /// <summary>Rejects the settings for a source that is no service. Limits of retries and of times are no error: they have no
    /// effect.</summary>
    /// <param name="source">The source, for the message: "the mirror".</param>
    /// <exception cref="UnsupportedQueryException">The query has such a setting.</exception>
    public void ThrowIfOfService(string source)
    {
        if (Call() is { } call)
            throw new UnsupportedQueryException(
                $"{call} concerns requests to the service, and this query reads from {source}. Leave it out, or query the client."
            );
    }

    private string? Call() =>
        Betas.Betas.Count > 0 ? "WithBeta"
        : Workspace is not null ? "WithWorkspace"
        : Requests.Headers.HeaderNames.Count > 0 ? "WithHeader"
        : StartsAtCursor ? "FromPage"
        : ReadsDetails ? "WithDetails"
        : null;
}
