using FluentProfiles.Http;
using FluentProfiles.Json;
using FluentProfiles.Planning;

namespace FluentProfiles.Execution;

/// <summary>Reads pages of a listing and single profiles: from the service, or from objects in memory.</summary>
internal interface IPageSource
{
    /// <summary>Reads one page; one request, and one more whenever it calls <paramref name="retrying"/>.</summary>
    ValueTask<Page> ReadPageAsync(
        ListRequest request,
        string? cursor,
        RequestScope scope,
        PageReader reader,
        Action? retrying,
        CancellationToken cancellationToken
    );

    /// <summary>Reads one profile, likewise. Null where there is none of that id.</summary>
    Task<UserProfile?> ReadProfileAsync(
        string id,
        RequestScope scope,
        PageReader reader,
        Action? retrying,
        CancellationToken cancellationToken
    );
}
