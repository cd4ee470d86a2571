using FluentProfiles.Http;
using FluentProfiles.Json;
using FluentProfiles.Planning;

namespace FluentProfiles.Execution;

/// <summary>Reads from the service.</summary>
internal sealed class ServicePageSource(ServiceClient service) : IPageSource
{
    public async Task<Page> ReadPageAsync(
        ListRequest request,
        string? cursor,
        RequestScope scope,
        PageReader reader,
        CancellationToken cancellationToken
    )
    {
        var answer = await service
            .SendAsync(HttpMethod.Get, ResourceAddress.OfPage(request, cursor), scope, cancellationToken)
            .ConfigureAwait(false);
        return reader.ReadPage(answer);
    }

    public async Task<UserProfile?> ReadProfileAsync(
        string id,
        RequestScope scope,
        PageReader reader,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await GetAsync(id, scope, reader, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfilesNotFoundException absent) when (absent.ErrorType == "not_found_error")
        {
            return null;
        }
    }

    /// <summary>Reads one profile.</summary>
    /// <exception cref="ProfilesNotFoundException">There is none of that id.</exception>
    public async Task<UserProfile> GetAsync(
        string id,
        RequestScope scope,
        PageReader reader,
        CancellationToken cancellationToken
    )
    {
        using var answer = await service
            .SendAsync(HttpMethod.Get, ResourceAddress.OfProfile(id), scope, cancellationToken)
            .ConfigureAwait(false);
        return reader.ReadProfile(answer);
    }
}
