using FluentProfiles.Json.Pages;
using FluentProfiles.Running.Fetching;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Items;

namespace FluentProfiles.Running.Paging.Lookups;

/// <summary>Looks profiles up by id, several at once, and returns those that exist as the one page of a listing.</summary>
/// <param name="requests">The requests of the run.</param>
/// <param name="ids">The ids.</param>
/// <param name="listing">The order and filter of the listing.</param>
internal sealed class PointLookups(RunRequests requests, IReadOnlyList<string> ids, ListRequest listing) : IPageFetcher
{
    private const int AtOnce = 8;

    public async ValueTask<Page> FetchAsync(string? cursor, CancellationToken cancellationToken)
    {
        var found = new UserProfile?[ids.Count];
        await Parallel
            .ForAsync(
                0,
                ids.Count,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (i, stop) => found[i] = await requests.ReadProfileAsync(ids[i], stop).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return new([.. ServiceListing.Of(found.OfType<UserProfile>(), listing)], null);
    }
}
