using FluentProfiles.Http.Calls;
using FluentProfiles.Model.Schema;

namespace FluentProfiles;

// The settings of each request and of the run.
public sealed partial class ProfileQuery<T>
{
    /// <summary>Sets how often each request of the query is retried, in place of
    /// <see cref="ProfilesClientOptions.MaxRetries"/>: 0 for no retry. It holds for pages, look-ups, details and the writes of a
    /// bulk write.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ProfileQuery<T> WithMaxRetries([InRange(0)] int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(settings => settings with { MaxRetries = count });
    }

    /// <summary>Sets the time for one attempt of each request, in place of
    /// <see cref="ProfilesClientOptions.AttemptTimeout"/>.</summary>
    /// <param name="timeout">Above 0 and at most 49 days, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of range.</exception>
    public ProfileQuery<T> WithAttemptTimeout(
        [InRange(0, IsExclusive = true, Most = ServiceSettings.LongestTimerTicks, AllowsInfinite = true)]
            TimeSpan timeout
    )
    {
        OptionChecks.Checked(timeout, nameof(timeout));
        return With(settings => settings with { AttemptTimeout = timeout });
    }

    /// <summary>Sets the longest wait that the service can ask for, in place of
    /// <see cref="ProfilesClientOptions.MaxRetryAfter"/>. A request that is asked to wait longer fails at once. How long a 429
    /// stops the other requests of the client stays as the client's options say.</summary>
    /// <param name="wait">Above 0 and at most 49 days, or <see cref="Timeout.InfiniteTimeSpan"/> for any wait.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="wait"/> is out of range.</exception>
    public ProfileQuery<T> WithMaxRetryAfter(
        [InRange(0, IsExclusive = true, Most = ServiceSettings.LongestTimerTicks, AllowsInfinite = true)] TimeSpan wait
    )
    {
        OptionChecks.Checked(wait, nameof(wait));
        return With(settings => settings with { MaxRetryAfter = wait });
    }

    /// <summary>Limits the time that a run spends inside <c>MoveNextAsync</c>: requests, retries, every wait, and conditions that
    /// run on the client. The time in which your own code works on an item does not count, nor does what is read ahead
    /// meanwhile. A terminal such as <c>ToListAsync</c> is one <c>MoveNextAsync</c> after the other, so the limit is for the
    /// terminal as a whole; of a bulk write it counts the reading alone. There is no limit by default.</summary>
    /// <remarks>When the time has passed, requests under way are cancelled and the run ends with a
    /// <see cref="ProfilesBudgetException"/>, whose token resumes behind the last item that was returned.
    /// <see cref="ToPageAsync"/> returns what it has found by then: a short page. Each run has the whole time.</remarks>
    /// <param name="timeout">Above 0 and at most 49 days, or <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is out of range.</exception>
    public ProfileQuery<T> WithRunTimeout(
        [InRange(0, IsExclusive = true, Most = ServiceSettings.LongestTimerTicks, AllowsInfinite = true)]
            TimeSpan timeout
    )
    {
        OptionChecks.Checked(timeout, nameof(timeout));
        return With(definition.Settings with { RunTimeout = OptionChecks.LimitOf(timeout, null) });
    }

    /// <summary>Adds a header to each request, for a gateway or a proxy of yours. A later value replaces an earlier one of the same
    /// name, in any letter case. The value is a secret: no plan, message, log, event or span of this library shows it.</summary>
    /// <param name="name">The name. Not one that the library sets itself, such as <c>x-api-key</c>, <c>anthropic-beta</c> or
    /// <c>Content-Type</c>.</param>
    /// <param name="value">Visible ASCII and spaces, at most 8,192 characters.</param>
    /// <exception cref="ArgumentException">The name or the value can't be sent, or the library sets the header. The message says
    /// what to do instead, and never shows the value.</exception>
    public ProfileQuery<T> WithHeader(
        [TextRange(MaxLength = HeaderRules.LongestName, First = '!', Last = '~')] string name,
        [TextRange(AllowsEmpty = true, MaxLength = HeaderRules.LongestValue, First = ' ', Last = '~')] string value
    )
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        var headers = definition.Settings.Requests.Headers.With(name, value);
        return With(settings => settings with { Headers = headers });
    }

    /// <summary>Adds a text that identifies the query in spans, events, logs, progress reports, exceptions and
    /// <see cref="Explain"/>: <c>TagWith("nightly export")</c>. Several are joined by a semicolon, each once. It is no label of a
    /// metric, changes no request, and is not part of what a resume token belongs to.</summary>
    /// <param name="text">At most 1,000 characters, those of earlier tags included, on one line.</param>
    /// <exception cref="ArgumentException"><paramref name="text"/> is blank, too long, or has a line break or another invisible
    /// character.</exception>
    public ProfileQuery<T> TagWith([TextRange(AllowsBlank = false, MaxLength = TagText.Longest)] string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tag = TagText.Joined(definition.Settings.Requests.Tag, text, nameof(text));
        return With(settings => settings with { Tag = tag });
    }

    private ProfileQuery<T> With(Func<RequestSettings, RequestSettings> change) =>
        With(definition.Settings with { Requests = change(definition.Settings.Requests) });
}
