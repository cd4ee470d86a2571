using FluentProfiles.Telemetry;

namespace FluentProfiles;

/// <summary>Reports the end of a query's run: it was completed, failed, or the consumer needed no more items.</summary>
public sealed class QueryCompletedEvent : ProfilesEvent
{
    /// <summary>The number of requests sent, including retries.</summary>
    public long Requests { get; init; }

    /// <summary>The number of retries among the requests.</summary>
    public long Retries { get; init; }

    /// <summary>The number of profiles read from the service.</summary>
    public long Read { get; init; }

    /// <summary>The number of items that the query returned.</summary>
    public long Returned { get; init; }

    /// <summary>The number of bytes in pages, after decompression.</summary>
    public long Bytes { get; init; }

    /// <summary>The time from the request for the first item to the end of the run, including the time that the
    /// application spent on items.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The type of the exception that ended the run; null for none.</summary>
    public string? ErrorType { get; init; }

    private protected override string Text =>
        $"a query ended after {Durations.Text(Duration)}: {Requests} requests, {Retries} of them retries, {Read} profiles read, {Returned} items returned, {Bytes} bytes, error {ErrorType ?? "none"}";
}
