using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Sources;

/// <summary>Reads pages of a listing and single profiles: from the service, from objects in memory, or from another place.</summary>
internal interface IProfileSource
{
    /// <summary>What the source does itself.</summary>
    SourceCapabilities Capabilities { get; }

    /// <summary>Reads one page. The first request is reserved in the budget; the source counts it and reserves
    /// retries.</summary>
    ValueTask<Page> ReadPageAsync(
        ListRequest request,
        string? cursor,
        RequestScope scope,
        PageReader reader,
        RequestBudget? budget,
        CancellationToken cancellationToken
    );

    /// <summary>Reads one profile, likewise. Null where there is none of that id.</summary>
    Task<UserProfile?> ReadProfileAsync(
        string id,
        RequestScope scope,
        PageReader reader,
        RequestBudget? budget,
        CancellationToken cancellationToken
    );
}
