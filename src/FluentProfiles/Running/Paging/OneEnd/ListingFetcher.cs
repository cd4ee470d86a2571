using FluentProfiles.Json.Pages;
using FluentProfiles.Running.Fetching;
using FluentProfiles.Sources;

namespace FluentProfiles.Running.Paging.OneEnd;

/// <summary>Requests and reads the pages of a listing.</summary>
/// <param name="requests">The requests of the run.</param>
/// <param name="listing">The listing.</param>
/// <param name="reader">Reads the pages.</param>
internal sealed class ListingFetcher(RunRequests requests, ListRequest listing, PageReader reader) : IPageFetcher
{
    public async ValueTask<Page> FetchAsync(string? cursor, CancellationToken cancellationToken)
    {
        using var place = requests.NeedsPlaceForPage
            ? await requests.EnterAsync(cancellationToken).ConfigureAwait(false)
            : null;
        var page = await requests.ReadPageAsync(listing, cursor, cancellationToken).ConfigureAwait(false);
        return page.ReadBy(reader, listing.Limit);
    }
}
