using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;

namespace FluentProfiles.Sources.Service;

/// <summary>Reads from the service.</summary>
/// <param name="service">The client of the service.</param>
/// <param name="scope">The betas, the workspace and the settings of each request.</param>
internal sealed class ServicePageSource(ServiceClient service, RequestScope scope) : IProfileSource
{
    public SourceCapabilities Capabilities => SourceCapabilities.OfService;

    public ServiceClient Service => service;

    public RequestScope Scope => scope;

    public RequestText Explain(ListRequest? listing, bool redact) => ServiceRequestText.Of(listing, scope);

    public async ValueTask<IUnreadPage> ReadPageAsync(
        ListRequest listing,
        string? cursor,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        var call = Endpoint.List.Call(scope, ListingAddress.OfPage(listing, cursor)) with
        {
            IsOfQuery = true,
            Budget = budget,
        };
        try
        {
            return await service.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfilesInvalidRequestException refused) when (UnknownFilterValue.IsIn(listing))
        {
            throw UnknownFilterValue.Explained(refused, listing);
        }
    }

    public async Task<IUnreadProfile?> ReadProfileAsync(
        string id,
        RequestBudget? budget,
        CancellationToken cancellationToken
    )
    {
        var call = Endpoint.Get.Call(id, scope) with { IsOfQuery = true, Budget = budget };
        try
        {
            return await service.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfilesNotFoundException absent) when (absent.IsOfService)
        {
            return null;
        }
    }
}
