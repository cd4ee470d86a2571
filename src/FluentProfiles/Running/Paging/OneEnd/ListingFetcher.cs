using FluentProfiles.Json.Pages;
using FluentProfiles.Running.Fetching;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Paging.OneEnd;

/// <summary>Requests the pages of a listing.</summary>
/// <param name="requests">The requests of the run.</param>
/// <param name="listing">What each page is requested with.</param>
internal sealed class ListingFetcher(RunRequests requests, ListRequest listing) : IPageFetcher
{
    public ValueTask<IUnreadPage> FetchAsync(string? cursor, CancellationToken cancellationToken) =>
        requests.NeedsPlaceForPage
            ? FetchInTurnAsync(cursor, cancellationToken)
            : requests.ReadPageAsync(listing, cursor, cancellationToken);

    private async ValueTask<IUnreadPage> FetchInTurnAsync(string? cursor, CancellationToken cancellationToken)
    {
        using var place = await requests.EnterAsync(cancellationToken).ConfigureAwait(false);
        return await requests.ReadPageAsync(listing, cursor, cancellationToken).ConfigureAwait(false);
    }
}
