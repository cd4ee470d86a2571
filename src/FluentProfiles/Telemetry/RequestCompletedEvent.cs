using FluentProfiles.Telemetry;

namespace FluentProfiles;

/// <summary>One request has ended: its answer is read, or it failed. A retry is a request of its own.</summary>
public sealed class RequestCompletedEvent : RequestEvent
{
    /// <summary>How many attempts of the same call there were before this one.</summary>
    public int Resends { get; init; }

    /// <summary>The status of the answer; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Null for a success; else the status, or the type of the exception where there was no answer.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The service's id of the answer, for its support; null where there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>Bytes of the answer, decompressed; 0 for a failure.</summary>
    public long Bytes { get; init; }

    /// <summary>From the start of the request to the last byte of its answer.</summary>
    public TimeSpan Duration { get; init; }

    private protected override string Text =>
        $"{Method} {Route} {(ErrorType is null ? $"answered {Status}" : $"failed with {ErrorType}")} after {Durations.Text(Duration)}, {Bytes} bytes, request id {RequestId ?? "none"}";
}
