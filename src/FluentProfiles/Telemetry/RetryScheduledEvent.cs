using FluentProfiles.Telemetry;

namespace FluentProfiles;

/// <summary>Reports that a request failed and will be retried after a delay.</summary>
public sealed class RetryScheduledEvent : RequestEvent
{
    /// <summary>The number of the retry, from 1.</summary>
    public int Retry { get; init; }

    /// <summary>The delay before the retry.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>The failure of the attempt: the status code, or the type of the exception.</summary>
    public required string ErrorType { get; init; }

    private protected override string Text =>
        $"{Method} {Route} failed with {ErrorType}; retry {Retry} follows in {Durations.Text(Wait)}";
}
