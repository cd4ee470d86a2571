using FluentProfiles.Http.Calls;
using FluentProfiles.Model.Schema;
using FluentProfiles.Planning;
using FluentProfiles.Resume;
using FluentProfiles.Sources;

namespace FluentProfiles;

// The settings: they may stand anywhere in a query and concern all of it; of two of a kind the later counts.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Names betas in each request, with those named before and those of the client, each once. A user-profiles beta
    /// that chooses a shape replaces the client's; two of them in one query are a
    /// <see cref="ProfilesConfigurationException"/> when the query is run or explained.</summary>
    /// <param name="betas">The betas; strings convert.</param>
    /// <exception cref="ArgumentException">A text can't be a beta: empty, or with a comma, a space or a control
    /// character.</exception>
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
        return With(definition.Settings with { Betas = definition.Settings.Betas.Add(betas, nameof(betas)) });
    }

    /// <summary>Sets the size of a page, the API's <c>limit</c>; <c>Take</c> bounds the whole result. Without it the planner
    /// chooses: 100, or less where <c>Take</c> needs less.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not 1 to 100.</exception>
    public ProfileQuery<T> WithPageSize([InRange(1, Most = PageSizing.LargestPage)] int size)
    {
        ThrowIfNoPageSize(size, nameof(size));
        return With(definition.Settings with { PageSize = size });
    }

    /// <summary>Reads in a workspace (<c>wrkspc_…</c>), in place of the client's.</summary>
    /// <exception cref="ArgumentException">The text is no header value.</exception>
    public ProfileQuery<T> WithWorkspace([TextRange(First = '!', Last = '~')] string workspace)
    {
        ArgumentException.ThrowIfNullOrEmpty(workspace);
        return With(
            definition.Settings with
            {
                Workspace = ServiceSettings.CheckedWorkspace(workspace, nameof(workspace)),
            }
        );
    }

    /// <summary>Sets how many pages are requested ahead of the one being consumed: 0 (none) to 64. The default is
    /// <see cref="ProfilesClientOptions.PrefetchPages"/>. It changes no result and, unless the consumer stops early, not the
    /// number of requests. The pages are held in memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pages"/> is not 0 to 64.</exception>
    public ProfileQuery<T> WithPrefetch([InRange(0, Most = PageSizing.MostPrefetched)] int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pages, PageSizing.MostPrefetched);
        return With(definition.Settings with { Prefetch = pages });
    }

    /// <summary>Walks a listing by time of creation from both ends at once, until the two meet: half the waiting, for one or
    /// two requests more, which read what lies where they meet twice. Profiles come in the query's order, and each once; what
    /// the far side reads, half of what matches, is held until then. Nothing is held where order is no matter: <c>CountAsync</c>,
    /// <c>AnyAsync</c>, <c>ToHashSetAsync</c>, <c>ForEachAsync</c> with several workers. Profiles created after the run has begun
    /// are not among its results. Where the setting is of no use (another order, look-ups by id, a <c>Take</c>, a bound that
    /// ends the scan, <see cref="FromPage"/>), <see cref="Explain"/> says so.</summary>
    public ProfileQuery<T> WithTwoEndedScan() => With(definition.Settings with { TwoEnded = true });

    /// <summary>Limits the requests of a run, retries included. One that needs more ends with a <see cref="ProfilesBudgetException"/>, before
    /// anything is sent where the plan already says so. <see cref="ToPageAsync"/> returns a short page instead.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
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

    /// <summary>Reports to <paramref name="progress"/> after each page whose items were all taken, and once more where the run
    /// ends before that: at <c>FirstAsync</c>, a <c>break</c> or a failure. On the consumer's thread of the moment.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="progress"/> is null.</exception>
    public ProfileQuery<T> WithProgress(IProgress<QueryProgress> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return With(definition.Settings with { Progress = progress });
    }

    /// <summary>Goes on where another run of the same query stopped; null or empty starts from the beginning, which is
    /// the cursor where the query has one (<see cref="FromPage"/>). Every profile comes once, also where others were created or
    /// deleted meanwhile. The page in which the run stopped is asked for again, no other. What was sorted on the client,
    /// or looked up by id, is read again from its beginning; a sort skips as many items as were given. <c>UtcNow</c> in a condition is what it was in the first run.</summary>
    /// <remarks>The query must be the same: filters and the values in them, order, <c>Take</c> and <c>Skip</c>, shape, address and
    /// workspace; the projection and the settings may be others. Captured values are compared in full; a named method
    /// (in <c>WhereOnClient</c> or as a delegate) is known by its name, a lambda by its code; the values that they capture are not seen. A token holds cursors, times, counts and hashes of ids, no credential and no value of a condition. It is at most 4 KB long
    /// beside the service's cursor. A changed token is rejected, but anyone who knows the whole query, values included, can
    /// make one that begins elsewhere in the listing. <see cref="ProfilesClientOptions.TokenProtector"/> prevents
    /// that.</remarks>
    /// <param name="token">From a page, an exception or a progress report; null or empty where there is none yet.</param>
    /// <exception cref="ArgumentException">The text is no such token. Another query's token is found when the query is run, with
    /// what differs.</exception>
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

    /// <summary>Starts from a raw cursor, a <c>next_page</c> of the service. A cursor holds for one order, filter and page size:
    /// write the query as it was when the cursor was returned. <see cref="ResumeFrom"/> checks that; a cursor can't be
    /// checked.</summary>
    /// <remarks>No terminal changes the request: <c>FirstAsync</c> keeps the page size, <c>LastAsync</c>, <c>MinByAsync</c> and
    /// <c>CountAsync</c> keep the order, and read to the end of the listing. The query is rejected when it is run or explained
    /// where the cursor can't hold: with <c>Reverse</c> or an order after <c>Skip</c> that turn the listing round, with a
    /// condition on <c>EnforcementStatus</c> in a terminal, with ids that are looked up, and with a <c>Take</c> or
    /// <see cref="ToPageAsync"/> that would choose the page size while <see cref="WithPageSize"/> names none.</remarks>
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
