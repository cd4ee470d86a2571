using System.Runtime.CompilerServices;
using FluentProfiles.Execution;

namespace FluentProfiles;

// Page by page.
public sealed partial class ProfileQuery<T>
{
    /// <summary>What each page of the service gave, one request each, none ahead. Pages without items are given, too; one in
    /// which code of yours throws is not, so that the token of the page before it goes on with it.</summary>
    public IAsyncEnumerable<ProfilePage<T>> AsPages() => Pages(default);

    /// <summary>One page of exactly <paramref name="size"/> items, or fewer at the end, for paging without state: hand the
    /// token to the client of a web endpoint and take it back with the next call. As many requests as it takes to find that
    /// many items.</summary>
    /// <param name="size">How many items, 1 or more.</param>
    /// <param name="resumeToken">The token of the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The page; its <see cref="ProfilePage{T}.ResumeToken"/> is null where nothing follows.</returns>
    /// <exception cref="ArgumentException">The size is below 1, or the token is none or another query's.</exception>
    public ValueTask<ProfilePage<T>> ToPageAsync(
        int size,
        string? resumeToken = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var query = resumeToken is null ? this : ResumeFrom(resumeToken);
        return query.PageOfAsync(size, cancellationToken);
    }

    private async ValueTask<ProfilePage<T>> PageOfAsync(int size, CancellationToken cancellationToken)
    {
        var run = new QueryRun<T>(definition, size);
        List<T> items = [];
        string? requestId = null;
        string? nextPage = null;
        await foreach (var page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            items.AddRange(page.Items);
            (requestId, nextPage) = (page.Source?.RequestId, page.Source?.NextCursor);
        }
        return new(items, nextPage, run.Token, requestId);
    }

    private async IAsyncEnumerable<ProfilePage<T>> Pages([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = new QueryRun<T>(definition);
        await foreach (var page in run.PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            run.ThrowIfFaulted();
            yield return new(page.Items, page.Source?.NextCursor, run.Token, page.Source?.RequestId);
        }
    }
}
