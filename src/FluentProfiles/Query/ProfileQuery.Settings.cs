using FluentProfiles.Http.Calls;
using FluentProfiles.Json.Pages;
using FluentProfiles.Model.Schema;
using FluentProfiles.Planning;
using FluentProfiles.Resume;
using FluentProfiles.Running.Reporting;
using FluentProfiles.Sources;

namespace FluentProfiles;

// The settings: they may stand anywhere in a query and concern all of it; of two of a kind the later counts.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Adds betas to each request, in addition to earlier ones and those of the client. Duplicates are
    /// removed. A user-profiles beta, which chooses the shape, replaces the client's user-profiles beta. Two of them in
    /// one query cause a <see cref="ProfilesConfigurationException"/> when the query is run or explained.</summary>
    /// <param name="betas">The betas. Strings are converted implicitly.</param>
    /// <exception cref="ArgumentException">A string is not a valid beta: it is empty, or contains a comma, a space or a
    /// control character.</exception>
    /// <example>
    /// <code region="example-with-beta">
    /// var old = await client
    ///     .Query()
    ///     .WithBeta(AnthropicBeta.UserProfiles2026_08_18)
    ///     .Select(p => new { p.Id, p.ExternalId })
    ///     .FirstAsync();
    /// </code>
    /// </example>
    public ProfileQuery<T> WithBeta(params AnthropicBeta[] betas)
    {
        ArgumentNullException.ThrowIfNull(betas);
        return WithSource(source => source with { Betas = source.Betas.Add(betas, nameof(betas)) });
    }

    /// <summary>Sets the size of a page, the API's <c>limit</c>. To limit the whole result, use <c>Take</c>. Without
    /// this setting, the planner chooses 100, or less when <c>Take</c> needs less.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not between 1 and 100.</exception>
    public ProfileQuery<T> WithPageSize([InRange(1, Most = PageSizing.LargestPage)] int size)
    {
        ThrowIfNoPageSize(size, nameof(size));
        return With(definition.Settings with { PageSize = size });
    }

    /// <summary>Reads from a workspace (<c>wrkspc_…</c>), in place of the client's workspace.</summary>
    /// <exception cref="ArgumentException">The string is not a valid header value.</exception>
    public ProfileQuery<T> WithWorkspace([TextRange(First = '!', Last = '~')] string workspace)
    {
        ArgumentException.ThrowIfNullOrEmpty(workspace);
        return WithSource(source =>
            source with
            {
                Workspace = ServiceSettings.CheckedWorkspace(workspace, nameof(workspace)),
            }
        );
    }

    /// <summary>Sets the number of pages to request ahead of the page that is being consumed: 0 (none) to 64. The
    /// default is <see cref="ProfilesClientOptions.PrefetchPages"/>. Prefetching changes no result. It changes the
    /// number of requests only if the consumer stops early. Prefetched pages are kept in memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pages"/> is not between 0 and 64.</exception>
    public ProfileQuery<T> WithPrefetch([InRange(0, Most = PageSizing.MostPrefetched)] int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pages, PageSizing.MostPrefetched);
        return With(definition.Settings with { Prefetch = pages });
    }

    /// <summary>Reads a listing by creation time from both ends concurrently until the two meet. This halves the
    /// waiting time and costs one or two more requests, because the pages where the ends meet are read twice. Profiles
    /// are returned in the query's order, each once. The profiles read from the far end, half of the matches, are
    /// buffered until the ends meet. Nothing is buffered when the order does not matter: <c>CountAsync</c>,
    /// <c>AnyAsync</c>, <c>ToHashSetAsync</c>, <c>ForEachAsync</c> with several workers. The results exclude profiles
    /// created after the start of the run. If the setting does not apply (another order, lookups by id, a <c>Take</c>,
    /// a bound that ends the scan, <see cref="FromPage"/>), <see cref="Explain"/> says so.</summary>
    public ProfileQuery<T> WithTwoEndedScan() => With(definition.Settings with { TwoEnded = true });

    /// <summary>Limits the requests of a run, including retries. A run that needs more ends with a
    /// <see cref="ProfilesBudgetException"/>. If the plan already needs more, nothing is sent.
    /// <see cref="ToPageAsync"/> returns a short page instead.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <example>
    /// <code region="example-with-max-requests">
    /// var page = await client.Query().Where(p => p.Metadata["plan"] == "team").WithMaxRequests(2).ToPageAsync(20); // perhaps fewer than 20, with a token that continues
    /// </code>
    /// </example>
    public ProfileQuery<T> WithMaxRequests([InRange(1)] int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return With(definition.Settings with { MaxRequests = count });
    }

    /// <summary>Reports to <paramref name="progress"/> after each page whose items have all been consumed. If the run
    /// ends earlier, with <c>FirstAsync</c>, a <c>break</c> or a failure, it reports once more. The report runs
    /// synchronously on the consumer's current thread.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="progress"/> is null.</exception>
    public ProfileQuery<T> WithProgress(IProgress<QueryProgress> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return With(definition.Settings with { Progress = new QueryProgressReceiver(progress) });
    }

    /// <summary>Resumes where another run of the same query stopped. A null or empty token starts from the beginning,
    /// or from the cursor of <see cref="FromPage"/>. Every profile is returned once, even if other profiles were
    /// created or deleted in the meantime. Only the page in which the run stopped is requested again. Results that were
    /// sorted on the client or looked up by id are read again from the beginning; a sort then skips the items that were
    /// already returned. <c>UtcNow</c> in a condition keeps its value from the first run.</summary>
    /// <remarks>The query must be the same: the filters with their values, the order, <c>Take</c> and <c>Skip</c>, the
    /// shape, the address and the workspace. The projection and the settings may differ. Captured values are compared
    /// in full. A named method (in <c>WhereOnClient</c> or as a delegate) is compared by its name and a lambda by its
    /// code, without the values that they capture. A token contains cursors, times, counts and hashes of ids, but no
    /// credentials and no values of conditions. Apart from the service's cursor, it is at most 4 KB long. A modified
    /// token is rejected, but anyone who knows the whole query, including its values, can forge a token that starts
    /// elsewhere in the listing. <see cref="ProfilesClientOptions.TokenProtector"/> prevents that.</remarks>
    /// <param name="token">The token of a page, an exception or a progress report; null or empty if there is none
    /// yet.</param>
    /// <exception cref="ArgumentException">The string is not a resume token. A token of another query is rejected when
    /// the query runs, with a message that states the difference.</exception>
    /// <example>
    /// <code region="example-resume">
    /// string? token = null;
    /// do
    /// {
    ///     try
    ///     {
    ///         await foreach (var profile in query.ResumeFrom(token))
    ///             imported.Add(profile);
    ///         token = null;
    ///     }
    ///     catch (ProfilesOverloadedException failure)
    ///     {
    ///         token = failure.ResumeToken;
    ///     }
    /// } while (token is not null);
    /// </code>
    /// </example>
    public ProfileQuery<T> ResumeFrom(string? token) =>
        With(
            string.IsNullOrEmpty(token)
                ? definition.Settings with
                {
                    Resume = null,
                }
                : definition.Settings with
                {
                    Resume = ResumeToken.Read(token, nameof(token)),
                    Cursor = null,
                }
        );

    /// <summary>Starts from a raw cursor, a <c>next_page</c> of the service. A cursor is valid only for one order,
    /// filter and page size, so write the query as it was when the service returned the cursor. Unlike the token of
    /// <see cref="ResumeFrom"/>, a cursor can't be validated.</summary>
    /// <remarks>No terminal changes the request. <c>FirstAsync</c> keeps the page size. <c>LastAsync</c>,
    /// <c>MinByAsync</c> and <c>CountAsync</c> keep the order and read to the end of the listing. A query for which the
    /// cursor can't be valid is rejected when it is run or explained. This concerns <c>Reverse</c>, an order after
    /// <c>Skip</c> that reverses the listing, a condition on <c>EnforcementStatus</c> in a terminal, and ids that are
    /// looked up. It also concerns a <c>Take</c> or <see cref="ToPageAsync"/> without <see cref="WithPageSize"/>,
    /// because they would choose the page size.</remarks>
    /// <exception cref="ArgumentException"><paramref name="cursor"/> is null, empty or longer than 64 KiB.</exception>
    public ProfileQuery<T> FromPage([TextRange(MaxLength = Cursor.MostBytes)] string cursor)
    {
        ArgumentException.ThrowIfNullOrEmpty(cursor);
        if (Cursor.IsTooLong(cursor))
            throw new ArgumentException(
                $"A cursor of the service has at most {Cursor.MostBytes} bytes. Pass a next_page as it is.",
                nameof(cursor)
            );
        return With(definition.Settings with { Cursor = cursor, Resume = null });
    }

    private ProfileQuery<T> WithSource(Func<SourceSettings, SourceSettings> change) =>
        With(definition.Settings with { Source = change(definition.Settings.Source) });

    private static void ThrowIfNoPageSize(int size, string parameter)
    {
        if (size is < 1 or > PageSizing.LargestPage)
            throw new ArgumentOutOfRangeException(
                parameter,
                size,
                $"A page has 1 to {PageSizing.LargestPage} profiles. To bound the whole result, use Take."
            );
    }
}
