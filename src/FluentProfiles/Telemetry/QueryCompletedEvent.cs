using FluentProfiles.Telemetry;

namespace FluentProfiles;

/// <summary>A run of a query has ended: at its end, by a failure, or because no more was wanted of it.</summary>
public sealed class QueryCompletedEvent : ProfilesEvent
{
    /// <summary>Requests sent, retries included.</summary>
    public long Requests { get; init; }

    /// <summary>How many of them were retries.</summary>
    public long Retries { get; init; }

    /// <summary>Profiles read from the service.</summary>
    public long Read { get; init; }

    /// <summary>Items that the query gave.</summary>
    public long Returned { get; init; }

    /// <summary>Bytes of pages, decompressed.</summary>
    public long Bytes { get; init; }

    /// <summary>From the first request for an item to the end, what the application did meanwhile included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The type of the exception that ended it; null where none did.</summary>
    public string? ErrorType { get; init; }

    private protected override string Text =>
        $"a query ended after {Durations.Text(Duration)}: {Requests} requests, {Retries} of them retries, {Read} profiles read, {Returned} items returned, {Bytes} bytes, error {ErrorType ?? "none"}";
}
