using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Retrying;
using FluentProfiles.Model.Schema;

namespace FluentProfiles;

// The settings of each request and of the run.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Sets the maximum number of retries for each request of the query, in place of
    /// <see cref="ProfilesClientOptions.MaxRetries"/>: 0 for no retries. The setting applies to pages, lookups,
    /// details and the writes of a bulk write.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ProfileQuery<T> WithMaxRetries([InRange(0)] int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return WithRequests(settings => settings with { MaxRetries = count });
    }

    /// <summary>Sets the timeout of one attempt for each request of the query, in place of
    /// <see cref="ProfilesClientOptions.AttemptTimeout"/>.</summary>
    /// <param name="timeout">Greater than 0 and at most 49 days, or <see cref="Timeout.InfiniteTimeSpan"/> for no
    /// limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of range.</exception>
    public ProfileQuery<T> WithAttemptTimeout(
        [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)] TimeSpan timeout
    )
    {
        TimeLimits.Checked(timeout, nameof(timeout));
        return WithRequests(settings => settings with { AttemptTimeout = timeout });
    }

    /// <summary>Sets the longest delay that the service can request, in place of
    /// <see cref="ProfilesClientOptions.MaxRetryAfter"/>. When the service requests a longer delay, the request fails
    /// immediately. The time for which a 429 pauses the other requests of the client still depends on the client's
    /// options.</summary>
    /// <param name="wait">Greater than 0 and at most 49 days, or <see cref="Timeout.InfiniteTimeSpan"/> for no
    /// limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="wait"/> is out of range.</exception>
    public ProfileQuery<T> WithMaxRetryAfter(
        [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)] TimeSpan wait
    )
    {
        TimeLimits.Checked(wait, nameof(wait));
        return WithRequests(settings => settings with { MaxRetryAfter = wait });
    }

    /// <summary>Limits the time that a run spends inside <c>MoveNextAsync</c>: requests, retries, all waits, and
    /// conditions that run on the client. The time that your own code spends on an item does not count, and neither
    /// does prefetching during that time. A terminal such as <c>ToListAsync</c> consists of consecutive calls of
    /// <c>MoveNextAsync</c>, so the limit applies to the terminal as a whole. For a bulk write, only the reading
    /// counts. There is no limit by default.</summary>
    /// <remarks>When the time has elapsed, requests in progress are canceled and the run ends with a
    /// <see cref="ProfilesBudgetException"/>. Its token resumes after the last item that was returned.
    /// <see cref="ToPageAsync"/> returns the items found so far, as a short page. The limit applies to each run
    /// separately.</remarks>
    /// <param name="timeout">Greater than 0 and at most 49 days, or <see cref="Timeout.InfiniteTimeSpan"/> for no
    /// limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of range.</exception>
    public ProfileQuery<T> WithRunTimeout(
        [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)] TimeSpan timeout
    )
    {
        TimeLimits.Checked(timeout, nameof(timeout));
        return With(definition.Settings with { RunTimeout = TimeLimits.InForce(timeout, null) });
    }

    /// <summary>Adds a header to each request, for example for a gateway or a proxy. A later value replaces an earlier
    /// one with the same name. Names are compared without regard to case. The value is treated as a secret: no plan,
    /// message, log, event or span of this library shows it.</summary>
    /// <param name="name">The name. It can't be a header that the library sets, such as <c>x-api-key</c>,
    /// <c>anthropic-beta</c> or <c>Content-Type</c>.</param>
    /// <param name="value">The value: visible ASCII characters and spaces, at most 8,192 characters.</param>
    /// <exception cref="ArgumentException">The name or the value is not valid in a header, or the library sets the
    /// header. The message names the alternative, and never shows the value.</exception>
    public ProfileQuery<T> WithHeader(
        [TextRange(MaxLength = HeaderRules.LongestName, First = '!', Last = '~')] string name,
        [TextRange(AllowsEmpty = true, MaxLength = HeaderRules.LongestValue, First = ' ', Last = '~')] string value
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        var headers = definition.Settings.Source.Requests.Headers.With(name, value);
        return WithRequests(settings => settings with { Headers = headers });
    }

    /// <summary>Adds a string that identifies the query in spans, events, logs, progress reports, exceptions and
    /// <see cref="Explain"/>: <c>TagWith("nightly export")</c>. Several tags are joined with a semicolon. Duplicates
    /// are removed. A tag is not added to metrics, changes no request, and has no effect on resume tokens.</summary>
    /// <param name="text">The string: one line, at most 1,000 characters together with earlier tags.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is blank, too long, or contains a line break or
    /// another invisible character.</exception>
    public ProfileQuery<T> TagWith([TextRange(AllowsBlank = false, MaxLength = TagText.Longest)] string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tag = TagText.Joined(definition.Settings.Tag, text, nameof(text));
        return WithRequests(settings => settings with { Tag = tag });
    }

    private ProfileQuery<T> WithRequests(Func<RequestSettings, RequestSettings> change) =>
        WithSource(source => source with { Requests = change(source.Requests) });
}
