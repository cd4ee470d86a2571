using System.Diagnostics;
using FluentProfiles.Http.Calls;
using FluentProfiles.Http.Failures;

namespace FluentProfiles.Telemetry;

/// <summary>Reports one request: a span that follows the semantic conventions for HTTP clients, counters, and an event. It
/// reports only the route of the address, because ids, cursors and filters are customers' data.</summary>
internal struct RequestTrace
{
    private readonly ServiceCall call;
    private readonly ServiceSettings settings;
    private readonly int resends;
    private readonly Activity? span;
    private readonly long start;
    private string? requestId;
    private int? status;
    private long bytes;
    private string? errorType;

    /// <param name="call">The call.</param>
    /// <param name="settings">The client's settings.</param>
    /// <param name="resends">The number of earlier attempts of the call.</param>
    public RequestTrace(ServiceCall call, ServiceSettings settings, int resends)
    {
        (this.call, this.settings, this.resends) = (call, settings, resends);
        start = settings.TimeProvider.GetTimestamp();
        if (ProfilesTelemetry.Spans.HasListeners())
            span = settings.Watchers.StartSpan($"{call.Method} {call.Route}", ActivityKind.Client);
    }

    public void Answered(HttpResponseMessage response)
    {
        status = (int)response.StatusCode;
        requestId = ResponseHeaders.RequestId(response);
    }

    public void Completed(int length) => bytes = length;

    public void Failed(Exception failure) => errorType = ProfilesTelemetry.ErrorType(failure);

    public readonly void End()
    {
        if (span is not null)
            EndSpan(span);
        var duration = settings.TimeProvider.GetElapsedTime(start);
        call.Budget?.End(duration);
        var watchers = settings.Watchers;
        if (ProfilesTelemetry.Requests.Enabled)
            watchers.Count(ProfilesTelemetry.Requests, 1, Tags());
        if (resends > 0)
            watchers.Count(ProfilesTelemetry.Retries, 1);
        watchers.Count(ProfilesTelemetry.Bytes, bytes);
        if (!watchers.HasObserver)
            return;
        watchers.Tell(
            new RequestCompletedEvent
            {
                Method = call.Method.Method,
                Route = call.Route,
                Resends = resends,
                Status = status,
                ErrorType = errorType,
                RequestId = requestId,
                Bytes = bytes,
                Duration = duration,
                Tag = call.Settings.Tag,
            }
        );
    }

    private readonly void EndSpan(Activity ended)
    {
        if (ended.IsAllDataRequested)
        {
            foreach (var (name, value) in Tags())
                ended.SetTag(name, value);
            ended.SetTag("server.port", settings.Address.Port);
            ended.SetTag("url.full", settings.BaseUrl + call.Route);
            ended.SetTag(ProfilesTelemetry.TagOfSpan, call.Settings.Tag);
            if (requestId is not null)
                ended.SetTag("http.response.header.request-id", new[] { requestId });
            if (resends > 0)
                ended.SetTag("http.request.resend_count", resends);
            if (errorType is not null)
                ended.SetStatus(ActivityStatusCode.Error);
        }
        settings.Watchers.EndSpan(ended);
    }

    private readonly TagList Tags()
    {
        TagList tags = new()
        {
            { "http.request.method", call.Method.Method },
            { "url.template", call.Route },
            { "server.address", settings.Address.Host },
        };
        if (status is { } code)
            tags.Add("http.response.status_code", code);
        if (errorType is not null)
            tags.Add("error.type", errorType);
        return tags;
    }
}
