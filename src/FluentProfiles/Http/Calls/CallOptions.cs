using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Retrying;
using FluentProfiles.Model.Schema;
using FluentProfiles.Telemetry;

namespace FluentProfiles;

/// <summary>Settings of one call of a single profile or of its data controls: retries, timeouts, and additions to the
/// request. One object can be used for many calls, because each call reads it at its start and does not modify it. Do
/// not change it while another thread starts a call with it.</summary>
/// <remarks>For a setting that is null or empty, the call uses <see cref="ProfilesClientOptions"/>. Queries have the
/// same settings as methods: <c>WithMaxRetries</c>, <c>WithAttemptTimeout</c>, <c>WithMaxRetryAfter</c>,
/// <c>WithHeader</c>, <c>TagWith</c>, <c>WithBeta</c>, <c>WithWorkspace</c>.</remarks>
public sealed class CallOptions
{
    /// <summary>The betas to add to those of the client. A user-profiles beta replaces the client's user-profiles beta.
    /// None by default.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IList<AnthropicBeta> Betas
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Betas));
            field = value;
        }
    } = [];

    /// <summary>The id of the workspace (<c>wrkspc_…</c>) of the call, in place of
    /// <see cref="ProfilesClientOptions.WorkspaceId"/>. Null by default.</summary>
    /// <exception cref="ArgumentException">The string is not a valid header value.</exception>
    [TextRange(First = '!', Last = '~')]
    public string? Workspace
    {
        get;
        set => field = value is null ? null : ServiceSettings.CheckedWorkspace(value, nameof(Workspace));
    }

    /// <summary>The maximum number of retries, in place of <see cref="ProfilesClientOptions.MaxRetries"/>: 0 for no
    /// retries. Null by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    [InRange(0)]
    public int? MaxRetries
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(MaxRetries));
            field = value;
        }
    }

    /// <summary>The timeout of one attempt, in place of <see cref="ProfilesClientOptions.AttemptTimeout"/>: greater
    /// than 0 and at most 49 days, or <see cref="Timeout.InfiniteTimeSpan"/>. Null by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)]
    public TimeSpan? AttemptTimeout
    {
        get;
        set => field = CheckedLimit(value, nameof(AttemptTimeout));
    }

    /// <summary>The timeout of the whole call, including retries and all delays, in place of
    /// <see cref="ProfilesClientOptions.TotalTimeout"/>: greater than 0 and at most 49 days, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>. Null by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)]
    public TimeSpan? TotalTimeout
    {
        get;
        set => field = CheckedLimit(value, nameof(TotalTimeout));
    }

    /// <summary>The longest delay that the service can request, in place of
    /// <see cref="ProfilesClientOptions.MaxRetryAfter"/>: greater than 0 and at most 49 days, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>. Null by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)]
    public TimeSpan? MaxRetryAfter
    {
        get;
        set => field = CheckedLimit(value, nameof(MaxRetryAfter));
    }

    /// <summary>Headers to add to each attempt, by name, for example for a gateway or a proxy. Values consist of
    /// visible ASCII characters and spaces, at most 8,192 characters. They are treated as secrets: no message, log,
    /// event or span of this library shows them. The call throws an <see cref="ArgumentException"/> for a header that
    /// the library sets, such as <c>x-api-key</c> or <c>Content-Type</c>. None by default.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public IDictionary<string, string> Headers
    {
        get;
        set
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Headers));
            field = value;
        }
    } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>A string that identifies the call in spans, events, logs and exceptions: at most 1,000 characters on one
    /// line. It is not added to metrics. Null by default.</summary>
    /// <exception cref="ArgumentException">The string is blank, too long, or contains a line break or another invisible
    /// character.</exception>
    [TextRange(AllowsBlank = false, MaxLength = TagText.Longest)]
    public string? Tag
    {
        get;
        set
        {
            if (value is not null)
                TagText.ThrowIfUnfit(value, nameof(Tag));
            field = value;
        }
    }

    /// <param name="parameter">What the call's method names these options.</param>
    /// <exception cref="ArgumentException">A header can't be added, or two timeouts contradict each other.</exception>
    internal RequestSettings ToSettings(string parameter)
    {
        ThrowIfContradicting(parameter);
        return new()
        {
            MaxRetries = MaxRetries,
            AttemptTimeout = AttemptTimeout,
            TotalTimeout = TotalTimeout,
            MaxRetryAfter = MaxRetryAfter,
            Headers = AddedHeaders.Of(Headers, parameter),
            Tag = Tag,
            IsOfCall = true,
        };
    }

    private void ThrowIfContradicting(string parameter)
    {
        if (TotalTimeout is { Ticks: > 0 } total && AttemptTimeout > total)
            throw new ArgumentException(
                $"{nameof(CallOptions)}.{nameof(AttemptTimeout)} ({Durations.Text(AttemptTimeout.Value)}) is longer than {nameof(TotalTimeout)} ({Durations.Text(total)}), so it could never pass. Shorten it, or leave it out.",
                parameter
            );
    }

    private static TimeSpan? CheckedLimit(TimeSpan? value, string property) =>
        value is { } limit ? TimeLimits.Checked(limit, property) : null;
}
