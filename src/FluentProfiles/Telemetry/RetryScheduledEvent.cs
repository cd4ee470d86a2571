using FluentProfiles.Telemetry;

namespace FluentProfiles;

/// <summary>A request has failed and will be repeated after a wait.</summary>
public sealed class RetryScheduledEvent : RequestEvent
{
    /// <summary>Which retry of the call it will be, from 1.</summary>
    public int Retry { get; init; }

    /// <summary>The wait before it.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>What the attempt failed with: the status, or the type of the exception.</summary>
    public required string ErrorType { get; init; }

    private protected override string Text =>
        $"{Method} {Route} failed with {ErrorType}; retry {Retry} follows in {Durations.Text(Wait)}";
}
