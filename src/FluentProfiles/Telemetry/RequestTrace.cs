using System.Diagnostics;

namespace FluentProfiles.Telemetry;

/// <summary>Reports one request: a span that follows the semantic conventions for HTTP clients, counters, and an event. It
/// reports only the route of the address, because ids, cursors and filters are customers' data.</summary>
internal struct RequestTrace
{
    private readonly RequestRoute request;
    private readonly Watchers watchers;
    private readonly TimeProvider clock;
    private readonly Activity? span;
    private readonly long start;
    private string? requestId;
    private int? status;
    private long bytes;
    private string? errorType;

    /// <param name="request">The request.</param>
    /// <param name="watchers">Take the reports.</param>
    /// <param name="clock">The time.</param>
    public RequestTrace(RequestRoute request, Watchers watchers, TimeProvider clock)
    {
        (this.request, this.watchers, this.clock) = (request, watchers, clock);
        start = clock.GetTimestamp();
        if (ProfilesTelemetry.Spans.HasListeners())
            span = watchers.StartSpan($"{request.Method} {request.Route}", ActivityKind.Client);
    }

    public void Answered(HttpResponseMessage response)
    {
        status = (int)response.StatusCode;
        requestId = ProfilesResponse.RequestIdOf(response);
    }

    public void Completed(int length) => bytes = length;

    public void Failed(Exception failure) => errorType = ProfilesTelemetry.ErrorType(failure);

    /// <summary>Reports the request.</summary>
    /// <returns>How long it took.</returns>
    public readonly TimeSpan End()
    {
        if (span is not null)
            EndSpan(span);
        var duration = clock.GetElapsedTime(start);
        if (ProfilesTelemetry.Requests.Enabled)
            watchers.Count(ProfilesTelemetry.Requests, 1, Tags());
        if (request.Resends > 0)
            watchers.Count(ProfilesTelemetry.Retries, 1);
        watchers.Count(ProfilesTelemetry.Bytes, bytes);
        if (watchers.HasObserver)
            watchers.Notify(
                new RequestCompletedEvent
                {
                    Method = request.Method.Method,
                    Route = request.Route,
                    Resends = request.Resends,
                    Status = status,
                    ErrorType = errorType,
                    RequestId = requestId,
                    Bytes = bytes,
                    Duration = duration,
                    Tag = request.Tag,
                }
            );
        return duration;
    }

    private readonly void EndSpan(Activity ended)
    {
        if (ended.IsAllDataRequested)
        {
            foreach (var (name, value) in Tags())
                ended.SetTag(name, value);
            ended.SetTag("server.port", request.Server.Port);
            ended.SetTag("url.full", request.BaseUrl + request.Route);
            ended.SetTag(ProfilesTelemetry.TagOfSpan, request.Tag);
            if (requestId is not null)
                ended.SetTag("http.response.header.request-id", new[] { requestId });
            if (request.Resends > 0)
                ended.SetTag("http.request.resend_count", request.Resends);
            if (errorType is not null)
                ended.SetStatus(ActivityStatusCode.Error);
        }
        watchers.EndSpan(ended);
    }

    private readonly TagList Tags()
    {
        TagList tags = new()
        {
            { "http.request.method", request.Method.Method },
            { "url.template", request.Route },
            { "server.address", request.Server.Host },
        };
        if (status is { } code)
            tags.Add("http.response.status_code", code);
        if (errorType is not null)
            tags.Add("error.type", errorType);
        return tags;
    }
}
