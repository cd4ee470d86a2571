using FluentProfiles.Json.Pages;
using FluentProfiles.Sources;
using FluentProfiles.Sources.Items;

namespace FluentProfiles.Running.Paging.Lookups;

/// <summary>Looks profiles up by id, several at once, and gives those that exist as the one page of a listing.</summary>
internal static class PointLookups
{
    private const int AtOnce = 8;

    /// <param name="ids">The ids.</param>
    /// <param name="request">The order and filter of the listing.</param>
    /// <param name="read">Reads one; null where there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async ValueTask<Page> ReadAsync(
        IReadOnlyList<string> ids,
        ListRequest request,
        Func<string, CancellationToken, Task<UserProfile?>> read,
        CancellationToken cancellationToken
    )
    {
        var found = new UserProfile?[ids.Count];
        await Parallel
            .ForAsync(
                0,
                ids.Count,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (i, stop) => found[i] = await read(ids[i], stop).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return new([.. ServiceListing.Of(found.OfType<UserProfile>(), request)], null);
    }
}
