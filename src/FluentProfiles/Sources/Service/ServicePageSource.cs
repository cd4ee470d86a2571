using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Running;

namespace FluentProfiles.Sources.Service;

/// <summary>Reads from the service.</summary>
internal sealed class ServicePageSource(ServiceClient service) : IProfileSource
{
    public SourceCapabilities Capabilities => SourceCapabilities.OfService;
    public ServiceClient Service => service;

    public async ValueTask<Page> ReadPageAsync(
        ListRequest request,
        string? cursor,
        RequestScope scope,
        PageReader reader,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        var call = Endpoint.List.Call(scope, ListingAddress.OfPage(request, cursor)) with
        {
            IsOfQuery = true,
            Budget = budget,
        };
        try
        {
            var answer = await service.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return reader.ReadPage(answer, request.Limit);
        }
        catch (ProfilesInvalidRequestException refused) when (UnknownFilterValue.IsIn(request))
        {
            throw UnknownFilterValue.Explained(refused, request);
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
            var call = Endpoint.Get.Call(id, scope) with { IsOfQuery = true, Budget = budget };
            return await GetAsync(id, call, reader, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfilesNotFoundException absent) when (absent.IsOfService)
        {
            return null;
        }
    }

    /// <summary>Reads one profile, outside of a query.</summary>
    /// <exception cref="ProfilesNotFoundException">There is none of that id.</exception>
    /// <exception cref="ProfilesProtocolException">The answer is no profile, or another one.</exception>
    public Task<UserProfile> GetAsync(
        string id,
        RequestScope scope,
        PageReader reader,
        CancellationToken cancellationToken
    ) => GetAsync(id, Endpoint.Get.Call(id, scope), reader, cancellationToken);

    private Task<UserProfile> GetAsync(
        string id,
        ServiceCall call,
        PageReader reader,
        CancellationToken cancellationToken
    ) => service.ReadAsync(call, answer => reader.ReadProfile(answer, id), cancellationToken);
}
