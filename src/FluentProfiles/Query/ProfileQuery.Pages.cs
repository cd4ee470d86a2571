using System.Runtime.CompilerServices;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Running;

namespace FluentProfiles;

// Page by page.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Returns the items of each page of the service. Sends one request per page, without prefetching. A page
    /// may be empty. The last page of a completed run has a null <see cref="ProfilePage{T}.ResumeToken"/>. If the end
    /// becomes known only after the last page was returned, an empty page follows that needs no request.</summary>
    /// <remarks>A page is omitted if its token would not resume further than the previous token. So a loop that saves
    /// the token and resumes until the token is null always ends. A query that buffers items, such as a sort on the
    /// client, returns them as soon as it can. A page in which your own code throws is omitted, too, so the previous
    /// token resumes with that page.</remarks>
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

    /// <summary>Returns one page of exactly <paramref name="size"/> items, or fewer at the end, for stateless paging.
    /// Pass the token to the client of a web endpoint, which sends it back with the next call. The method sends as many
    /// requests as it needs to find that many items. When <see cref="WithMaxRequests"/> or
    /// <see cref="ProfilesClientOptions.MaxRequestsPerQuery"/> limits the requests, the page may be short or even
    /// empty, and its token continues from there. Only a null token ends the listing.</summary>
    /// <remarks>Each call makes progress. If the allowed requests can't make any, the call throws a
    /// <see cref="ProfilesBudgetException"/>. This happens in three cases. The query looks up more ids than requests
    /// are allowed. The query buffers items (a sort on the client, for example), and the requests don't suffice to
    /// return another one. Or the only request fails.</remarks>
    /// <param name="size">The number of items, 1 or more.</param>
    /// <param name="resumeToken">The token of the previous page; null or empty for the first page.</param>
    /// <param name="cancellationToken">Cancels the call with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The page. Its <see cref="ProfilePage{T}.ResumeToken"/> is null when no items follow.</returns>
    /// <exception cref="ArgumentException">The size is less than 1, or the token is invalid or belongs to another
    /// query.</exception>
    /// <exception cref="ProfilesBudgetException">The allowed requests can't make progress.</exception>
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
        var run = new QueryRun<T>(definition, new() { MaxItems = size, IsPage = true });
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
