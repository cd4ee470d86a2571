using FluentProfiles.Http;
using FluentProfiles.Json;
using FluentProfiles.Planning;

namespace FluentProfiles.Execution;

/// <summary>Reads from the service.</summary>
internal sealed class ServicePageSource(ServiceClient service) : IPageSource
{
    public async ValueTask<Page> ReadPageAsync(
        ListRequest request,
        string? cursor,
        RequestScope scope,
        PageReader reader,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        var call = Endpoint.List.Call(scope, ResourceAddress.OfPage(request, cursor)) with { Budget = budget };
        try
        {
            var answer = await service.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return reader.ReadPage(answer);
        }
        catch (ProfilesInvalidRequestException refused) when (UnknownStatus.IsIn(request))
        {
            throw UnknownStatus.Explained(refused, request);
        }
    }

    public async Task<UserProfile?> ReadProfileAsync(
        string id,
        RequestScope scope,
        PageReader reader,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await GetAsync(id, scope, reader, budget, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfilesNotFoundException absent) when (absent.IsOfService)
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
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        using var answer = await service
            .SendAsync(Endpoint.Get.Call(id, scope) with { Budget = budget }, cancellationToken)
            .ConfigureAwait(false);
        return reader.ReadProfile(answer);
    }
}
