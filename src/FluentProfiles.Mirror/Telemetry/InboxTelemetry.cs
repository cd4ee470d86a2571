using System.Diagnostics.Metrics;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Mirror.Telemetry;

/// <summary>The instruments of the inbox: events that were received, and profiles that are read for them.</summary>
internal static class InboxTelemetry
{
    private static readonly Counter<long> Events = MirrorTelemetry.Meter.CreateCounter<long>(
        "fluentprofiles.mirror.inbox.events",
        "{event}",
        "Webhook events that the mirror has received, by result."
    );

    private static readonly Counter<long> Reads = MirrorTelemetry.Meter.CreateCounter<long>(
        "fluentprofiles.mirror.inbox.reads",
        "{profile}",
        "Profiles that were read for an event or a write, by result."
    );

    private static readonly Histogram<double> Lag = MirrorTelemetry.Meter.CreateHistogram<double>(
        "fluentprofiles.mirror.inbox.lag",
        "s",
        "Time from the arrival of an event until the profile is stored."
    );

    static InboxTelemetry()
    {
        MirrorTelemetry.Meter.CreateObservableGauge(
            "fluentprofiles.mirror.inbox.depth",
            () => MirrorFigures.Live.SelectMany(figures => figures.InboxDepth()),
            "{profile}",
            "Profiles that are waiting to be read."
        );
        MirrorTelemetry.Meter.CreateObservableGauge(
            "fluentprofiles.mirror.inbox.age",
            () => MirrorFigures.Live.SelectMany(figures => figures.InboxAge()),
            "s",
            "Time for which the oldest unread profile has waited."
        );
    }

    /// <summary>Creates the gauges, once.</summary>
    public static void Initialize() { }

    /// <summary>Counts an event.</summary>
    public static void CountEvent(Watchers watchers, Enum result) => watchers.Count(Events, 1, [Result(result)]);

    /// <summary>Counts a reading.</summary>
    /// <param name="watchers">Take the report.</param>
    /// <param name="effect">What it has done.</param>
    /// <param name="lag">How long the profile has waited; null for a reading that is not the first.</param>
    public static void CountRead(Watchers watchers, Enum effect, TimeSpan? lag)
    {
        watchers.Count(Reads, 1, [Result(effect)]);
        if (lag is { } waited)
            watchers.Record(Lag, Math.Max(0, waited.TotalSeconds));
    }

    /// <summary>Counts readings that failed.</summary>
    public static void CountFailures(Watchers watchers, int count) => watchers.Count(Reads, count, [Result("failed")]);

    private static KeyValuePair<string, object?> Result(Enum result) => Result(result.ToString().ToLowerInvariant());

    private static KeyValuePair<string, object?> Result(string result) =>
        new("fluentprofiles.mirror.inbox.result", result);
}
