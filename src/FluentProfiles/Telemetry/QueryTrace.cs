using System.Diagnostics;

namespace FluentProfiles.Telemetry;

/// <summary>Reports one run of a query: a span, counters, and an event at its end.</summary>
internal sealed class QueryTrace : IDisposable
{
    private readonly Watchers watchers;
    private readonly TimeProvider clock;
    private readonly IQueryCounts counts;
    private readonly Activity? span;
    private readonly long start;
    private (long Read, long Returned) counted;
    private readonly string? tag;
    private string? errorType;

    public QueryTrace(Watchers watchers, TimeProvider clock, IQueryCounts counts, string? tag)
    {
        (this.watchers, this.clock, this.counts, this.tag) = (watchers, clock, counts, tag);
        span = watchers.StartSpan("FluentProfiles query", ActivityKind.Internal);
        start = clock.GetTimestamp();
    }

    /// <summary>Makes this span the parent of the requests that follow. This holds within the asynchronous method that
    /// calls it, because a run continues in the context of the caller that requests the next item.</summary>
    public void Enter()
    {
        if (span is not null)
            Activity.Current = span;
    }

    /// <summary>Counts the profiles read and the items returned since the last call.</summary>
    public void Count()
    {
        watchers.Count(ProfilesTelemetry.Read, counts.Read - counted.Read);
        watchers.Count(ProfilesTelemetry.Returned, counts.Returned - counted.Returned);
        counted = (counts.Read, counts.Returned);
    }

    public void Fail(Exception failure) => errorType = ProfilesTelemetry.ErrorType(failure);

    public void Dispose()
    {
        Count();
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag("fluentprofiles.requests", counts.Requests);
            span.SetTag("fluentprofiles.retries", counts.Retries);
            span.SetTag("fluentprofiles.profiles.read", counts.Read);
            span.SetTag("fluentprofiles.profiles.returned", counts.Returned);
            span.SetTag("fluentprofiles.bytes", counts.Bytes);
            span.SetTag(ProfilesTelemetry.TagOfSpan, tag);
            if (errorType is not null)
                span.SetTag("error.type", errorType).SetStatus(ActivityStatusCode.Error);
        }
        if (span is not null)
            watchers.EndSpan(span);
        if (!watchers.HasObserver)
            return;
        watchers.Notify(
            new QueryCompletedEvent
            {
                Requests = counts.Requests,
                Retries = counts.Retries,
                Read = counts.Read,
                Returned = counts.Returned,
                Bytes = counts.Bytes,
                Duration = clock.GetElapsedTime(start),
                ErrorType = errorType,
                Tag = tag,
            }
        );
    }
}
