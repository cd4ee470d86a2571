using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Retrying;
using FluentProfiles.Model.Schema;
using FluentProfiles.Telemetry;

namespace FluentProfiles;

/// <summary>Settings of one call of a single profile or of its data controls: how it is retried, how long it may take, what it
/// adds to its request. One object can serve many calls, because a call reads it when it is made and changes nothing in it.
/// Don't change it while another thread makes a call with it.</summary>
/// <remarks>A setting that is null or empty is left to <see cref="ProfilesClientOptions"/>. A query has the same settings as
/// methods: <c>WithMaxRetries</c>, <c>WithAttemptTimeout</c>, <c>WithMaxRetryAfter</c>, <c>WithHeader</c>, <c>TagWith</c>,
/// <c>WithBeta</c>, <c>WithWorkspace</c>.</remarks>
public sealed class CallOptions
{
    /// <summary>Betas to name in the request, joined with the client's; a user-profiles beta here replaces the client's. None by
    /// default.</summary>
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

    /// <summary>The id of the workspace (<c>wrkspc_…</c>) that the call is about, in place of
    /// <see cref="ProfilesClientOptions.WorkspaceId"/>. Null by default.</summary>
    /// <exception cref="ArgumentException">The text is not a valid header value.</exception>
    [TextRange(First = '!', Last = '~')]
    public string? Workspace
    {
        get;
        set => field = value is null ? null : ServiceSettings.CheckedWorkspace(value, nameof(Workspace));
    }

    /// <summary>How often the request is retried, in place of <see cref="ProfilesClientOptions.MaxRetries"/>: 0 for no retry.
    /// Null by default.</summary>
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

    /// <summary>The time for one attempt, in place of <see cref="ProfilesClientOptions.AttemptTimeout"/>: above 0 and at most 49
    /// days, or <see cref="Timeout.InfiniteTimeSpan"/>. Null by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)]
    public TimeSpan? AttemptTimeout
    {
        get;
        set => field = CheckedLimit(value, nameof(AttemptTimeout));
    }

    /// <summary>The time for the whole call with its retries and every wait, in place of
    /// <see cref="ProfilesClientOptions.TotalTimeout"/>: above 0 and at most 49 days, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>. Null by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)]
    public TimeSpan? TotalTimeout
    {
        get;
        set => field = CheckedLimit(value, nameof(TotalTimeout));
    }

    /// <summary>The longest wait that the service can ask for, in place of
    /// <see cref="ProfilesClientOptions.MaxRetryAfter"/>: above 0 and at most 49 days, or
    /// <see cref="Timeout.InfiniteTimeSpan"/>. Null by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    [InRange(0, IsExclusive = true, Most = TimeLimits.LongestTicks, AllowsInfinite = true)]
    public TimeSpan? MaxRetryAfter
    {
        get;
        set => field = CheckedLimit(value, nameof(MaxRetryAfter));
    }

    /// <summary>Headers to add to each attempt, by name, for a gateway or a proxy of yours. Values are visible ASCII and spaces,
    /// at most 8,192 characters. They are secrets: no message, log, event or span of this library shows them. The call throws
    /// an <see cref="ArgumentException"/> for a header that the library sets itself, such as <c>x-api-key</c> or
    /// <c>Content-Type</c>. None by default.</summary>
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

    /// <summary>A text that identifies the call in spans, events, logs and exceptions: at most 1,000 characters on one line. It
    /// is no label of a metric. Null by default.</summary>
    /// <exception cref="ArgumentException">The text is blank, too long, or has a line break or another invisible
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
