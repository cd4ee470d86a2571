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
        ReadContext context,
        CancellationToken cancellationToken
    )
    {
        using var answer = await service
            .SendAsync(HttpMethod.Get, ResourceAddress.OfPage(request, cursor), scope, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            return new PageReader(context).ReadPage(answer.Body) with
            {
                RequestId = answer.RequestId,
                Bytes = answer.Body.Length,
            };
        }
        catch (Exception cause) when (ServiceAnswer.IsNoJson(cause))
        {
            throw answer.NotUnderstood(cause);
        }
    }

    public async Task<UserProfile?> ReadProfileAsync(
        string id,
        RequestScope scope,
        ReadContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await GetAsync(id, scope, context, cancellationToken).ConfigureAwait(false);
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
        ReadContext context,
        CancellationToken cancellationToken
    )
    {
        using var answer = await service
            .SendAsync(HttpMethod.Get, ResourceAddress.OfProfile(id), scope, cancellationToken)
            .ConfigureAwait(false);
        try
        {
            return new PageReader(context).ReadProfile(answer.Body);
        }
        catch (Exception cause) when (ServiceAnswer.IsNoJson(cause))
        {
            throw answer.NotUnderstood(cause);
        }
    }
}
