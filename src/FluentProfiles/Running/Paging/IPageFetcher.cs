using FluentProfiles.Json.Pages;

namespace FluentProfiles.Running.Paging;

/// <summary>Requests the pages of one listing.</summary>
internal interface IPageFetcher
{
    /// <param name="cursor">The cursor of the page; null for the first.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    ValueTask<Page> FetchAsync(string? cursor, CancellationToken cancellationToken);
}
