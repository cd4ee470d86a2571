using FluentProfiles.Json.Pages;
using FluentProfiles.Running.Fetching;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Paging.OneEnd;

/// <summary>Requests the pages of a listing of the service.</summary>
/// <param name="requests">The requests of the run.</param>
/// <param name="listing">What each page is requested with.</param>
/// <param name="reader">Reads the pages.</param>
internal sealed class ListingFetcher(RunRequests requests, ListRequest listing, PageReader reader) : IPageFetcher
{
    public ValueTask<Page> FetchAsync(string? cursor, CancellationToken cancellationToken) =>
        requests.NeedsPlaceForPage
            ? FetchInTurnAsync(cursor, cancellationToken)
            : requests.ReadPageAsync(listing, cursor, reader, cancellationToken);

    private async ValueTask<Page> FetchInTurnAsync(string? cursor, CancellationToken cancellationToken)
    {
        using var place = await requests.EnterAsync(cancellationToken).ConfigureAwait(false);
        return await requests.ReadPageAsync(listing, cursor, reader, cancellationToken).ConfigureAwait(false);
    }
}
