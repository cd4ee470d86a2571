using System.Runtime.CompilerServices;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Running;

namespace FluentProfiles;

// Page by page.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Returns the items of each page of the service, one request each, without prefetching. A page may have no
    /// items. The last page of a finished run has a null <see cref="ProfilePage{T}.ResumeToken"/>; where the end shows only
    /// after the last page was returned, one more page without items, and without a request, says so.</summary>
    /// <remarks>A page from which no run could resume further than from the page before it is left out, so "save the token and
    /// resume until it is null" always ends: a query that holds items back, such as a sort on the client, returns them when it
    /// can. A page in which your own code throws is left out, too, so that the token before it resumes with that page.</remarks>
    /// <example>
    /// <code region="all-pages">
    /// await foreach (var page in Profiles.Query().ResumeFrom(saved).AsPages())
    /// {
    ///     imported.AddRange(page.Items.Select(p => p.Id));
    ///     saved = page.ResumeToken;
    /// }
    /// </code>
    /// </example>
    public IAsyncEnumerable<ProfilePage<T>> AsPages() => Pages(default);

    /// <summary>Returns one page of exactly <paramref name="size"/> items, or fewer at the end, for stateless paging: pass
    /// the token to the client of a web endpoint, which sends it with the next call. It sends as many requests as it takes
    /// to find that many items. With <see cref="WithMaxRequests"/> or <see
    /// cref="ProfilesClientOptions.MaxRequestsPerQuery"/> it returns what these requests have found: a short page, perhaps
    /// without items, whose token continues from there. Only a null token ends the listing.</summary>
    /// <remarks>Each call makes progress. Where the allowed requests can't make any, the call throws a
    /// <see cref="ProfilesBudgetException"/>: when more ids are looked up than requests are allowed, when a query holds items back (a
    /// sort on the client, for example) and the requests don't suffice to return one more, and when the only request fails.</remarks>
    /// <param name="size">How many items, 1 or more.</param>
    /// <param name="resumeToken">The token of the page before; null or empty for the first.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The page; its <see cref="ProfilePage{T}.ResumeToken"/> is null where nothing follows.</returns>
    /// <exception cref="ArgumentException">The size is below 1, or the token is none or another query's.</exception>
    /// <exception cref="ProfilesBudgetException">The allowed requests can't make any progress.</exception>
    /// <example>
    /// <code region="example-to-page">
    /// var page = await client.Query().OrderBy(p => p.Name).ToPageAsync(20, token);
    /// token = page.ResumeToken; // null after the last page
    /// </code>
    /// </example>
    public ValueTask<ProfilePage<T>> ToPageAsync(
        [InRange(1)] int size,
        string? resumeToken = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var query = string.IsNullOrEmpty(resumeToken) ? this : ResumeFrom(resumeToken);
        return query.PageOfAsync(size, cancellationToken);
    }

    private async ValueTask<ProfilePage<T>> PageOfAsync(int size, CancellationToken cancellationToken)
    {
        var run = new QueryRun<T>(definition, size);
        List<T> items = [];
        Page? latest = null;
        await foreach (var page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            items.AddRange(page.Items);
            latest = page.Source;
        }
        return PageOf(items, latest, run.Token);
    }

    private async IAsyncEnumerable<ProfilePage<T>> Pages([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new QueryRun<T>(definition);
        var isLast = false;
        await foreach (var page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            run.ThrowIfFaulted();
            if (!run.HasMovedOn(page))
                continue;
            var token = run.Token;
            isLast = token is null;
            yield return PageOf(page.Items, page.Source, token);
        }
        if (!isLast)
            yield return PageOf([], null, null);
    }

    private static ProfilePage<T> PageOf(IReadOnlyList<T> items, Page? source, string? token) =>
        new(items, source?.NextCursor, token, source?.RequestId) { Response = source?.Response };
}
