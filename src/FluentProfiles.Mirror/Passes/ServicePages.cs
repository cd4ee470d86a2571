using System.Collections.Concurrent;
using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Running.Paging;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Service;

namespace FluentProfiles.Mirror.Passes;

/// <summary>Requests the pages of one listing, newest first, and reads them as rows.</summary>
/// <param name="request">What each page is requested with.</param>
/// <param name="service">Sends the requests.</param>
/// <param name="reader">Reads the pages.</param>
internal sealed class ServicePages(ListRequest request, PassService service, ProfileRowReader reader) : IPageFetcher
{
    // Pages are requested one after the other, and come in that order.
    private readonly ConcurrentQueue<RowsPage> fetched = [];

    public ListRequest Request => request;

    public async ValueTask<Page> FetchAsync(string? cursor, CancellationToken cancellationToken)
    {
        var moment = service.Seen.Latest;
        var answer = await service
            .SendAsync(Endpoint.List, ListingAddress.OfPage(request, cursor), cancellationToken)
            .ConfigureAwait(false);
        var response = answer.Response;
        RowsPage page = new(reader.ReadPage(answer, request.Limit, moment), moment, response);
        fetched.Enqueue(page);
        return page;
    }

    /// <summary>The rows of the next page that was fetched, and when it was requested.</summary>
    /// <param name="page">The page, without profiles that fail the filter.</param>
    public (IReadOnlyList<ProfileRow> Rows, DateTimeOffset RequestedAt) RowsOf(Page page)
    {
        if (!fetched.TryDequeue(out var whole))
            throw new InvalidOperationException("A page was read that was not fetched.");
        if (page.Profiles.Count == whole.Rows.Count)
            return (whole.Rows, whole.RequestedAt);
        var passing = page.Profiles.ToHashSet(ReferenceEqualityComparer.Instance);
        return ([.. whole.Rows.Where(row => passing.Contains(row.Profile))], whole.RequestedAt);
    }
}
