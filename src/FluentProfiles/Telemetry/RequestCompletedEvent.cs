using FluentProfiles.Telemetry;

namespace FluentProfiles;

/// <summary>Reports the end of one request: its response was read, or it failed. Each retry is a separate
/// request.</summary>
public sealed class RequestCompletedEvent : RequestEvent
{
    /// <summary>The number of previous attempts of the same call.</summary>
    public int Resends { get; init; }

    /// <summary>The status code of the response; null if there was none.</summary>
    public int? Status { get; init; }

    /// <summary>Null for a success. Otherwise the status code, or the type of the exception if there was no
    /// response.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The request id of the response, for support by the service; null if there was none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The number of bytes in the response, after decompression; 0 for a failure.</summary>
    public long Bytes { get; init; }

    /// <summary>The time from the start of the request to the last byte of its response.</summary>
    public TimeSpan Duration { get; init; }

    private protected override string Text =>
        $"{Method} {Route} {(ErrorType is null ? $"returned {Status}" : $"failed with {ErrorType}")} after {Durations.Text(Duration)}, {Bytes} bytes, request id {RequestId ?? "none"}";
}
