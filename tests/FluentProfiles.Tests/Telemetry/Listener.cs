using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace FluentProfiles.Tests.Telemetry;

/// <summary>Collects the library's spans and metrics as an application with OpenTelemetry does.</summary>
internal sealed class Listener : IDisposable
{
    private readonly List<Activity> spans = [];
    private readonly List<Metric> metrics = [];
    private readonly TracerProvider tracer;
    private readonly MeterProvider meter;

    public Listener()
    {
        tracer = Sdk.CreateTracerProviderBuilder().AddSource("FluentProfiles").AddInMemoryExporter(spans).Build();
        meter = Sdk.CreateMeterProviderBuilder().AddMeter("FluentProfiles").AddInMemoryExporter(metrics).Build();
    }

    /// <summary>The spans that have ended, in that order.</summary>
    public IReadOnlyList<Activity> Spans => spans;

    public IReadOnlyList<Activity> Requests => [.. spans.Where(span => span.Kind == ActivityKind.Client)];

    public Activity Query => Assert.Single(spans, span => span.Kind == ActivityKind.Internal);

    /// <summary>The sum of a counter, over all its tags.</summary>
    public long Sum(string counter)
    {
        metrics.Clear();
        meter.ForceFlush();
        long sum = 0;
        foreach (var metric in metrics.Where(metric => metric.Name == counter))
        foreach (ref readonly var point in metric.GetMetricPoints())
            sum += point.GetSumLong();
        return sum;
    }

    /// <summary>Every text that spans and metrics hold.</summary>
    public IEnumerable<string> Texts()
    {
        metrics.Clear();
        meter.ForceFlush();
        foreach (var metric in metrics)
        foreach (ref readonly var point in metric.GetMetricPoints())
        foreach (var tag in point.Tags)
            yield return $"{tag.Value}";
        foreach (var span in spans)
        {
            yield return span.DisplayName;
            yield return $"{span.StatusDescription}";
            foreach (var tag in span.TagObjects)
                yield return tag.Value is string[] texts ? string.Join(' ', texts) : $"{tag.Value}";
        }
    }

    public void Dispose()
    {
        tracer.Dispose();
        meter.Dispose();
    }
}
