using System.Diagnostics.Metrics;

namespace FluentProfiles.Mirror.Telemetry;

/// <summary>The instruments of mirrors. Their meter has the name of the library's own.</summary>
internal static class MirrorTelemetry
{
    public static readonly Meter Meter = new(
        "FluentProfiles",
        typeof(MirrorTelemetry).Assembly.GetName().Version!.ToString(3)
    );

    public static readonly Counter<long> Changes = Meter.CreateCounter<long>(
        "fluentprofiles.mirror.changes",
        "{profile}",
        "Profiles that passes have added, changed and removed."
    );

    public static readonly Counter<long> Stops = Meter.CreateCounter<long>(
        "fluentprofiles.mirror.stops",
        "{pass}",
        "Passes that have stopped because they would change more than they may."
    );

    public static readonly Histogram<long> Requests = Meter.CreateHistogram<long>(
        "fluentprofiles.mirror.pass.requests",
        "{request}",
        "Requests of a pass, retries included."
    );

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "fluentprofiles.mirror.pass.duration",
        "s",
        "Time from the start of a pass to its end, with the time between when it was interrupted."
    );

    public static readonly Counter<long> TakeOvers = Meter.CreateCounter<long>(
        "fluentprofiles.mirror.lease.takeovers",
        "{takeover}",
        "Leases that this process has taken from a holder that had not released them."
    );

    public static readonly Counter<long> References = Meter.CreateCounter<long>(
        "fluentprofiles.mirror.references",
        "{call}",
        "Calls that have asked for the profile of a reference."
    );

    public static readonly Counter<long> Duplicates = Meter.CreateCounter<long>(
        "fluentprofiles.mirror.duplicates",
        "{reference}",
        "References with several profiles that were read."
    );

    static MirrorTelemetry()
    {
        Meter.CreateObservableGauge(
            "fluentprofiles.mirror.lease.held",
            () => MirrorFigures.Live.Select(figures => figures.Holder()),
            description: "1 where this process holds the lease of the mirror, 0 where it stands by."
        );
        Meter.CreateObservableGauge(
            "fluentprofiles.mirror.age",
            () => MirrorFigures.Live.SelectMany(figures => figures.Ages()),
            "s",
            "Time since the start of the last complete pass."
        );
        Meter.CreateObservableGauge(
            "fluentprofiles.mirror.rows",
            () => MirrorFigures.Live.SelectMany(figures => figures.Rows()),
            "{profile}",
            "Profiles in the mirror."
        );
        Meter.CreateObservableGauge(
            "fluentprofiles.mirror.removals.held",
            () => MirrorFigures.Live.SelectMany(figures => figures.Held()),
            "{profile}",
            "Stored profiles that the full pass under way has not found."
        );
    }

    /// <summary>Creates the gauges, once.</summary>
    public static void Initialize() { }

    /// <summary>The tag that names the kind of a pass.</summary>
    public static KeyValuePair<string, object?> Tag(MirrorPassKind kind) =>
        new("fluentprofiles.mirror.pass", kind.ToString().ToLowerInvariant());

    /// <summary>Counts a call that has asked for the profile of a reference.</summary>
    /// <param name="result">What came of it: <c>cached</c>, <c>found</c>, <c>absent</c>, <c>created</c>, <c>unresolved</c> or
    /// <c>failed</c>.</param>
    public static void CountReference(string result) =>
        References.Add(1, new KeyValuePair<string, object?>("fluentprofiles.mirror.result", result));

    /// <summary>Counts what a pass has done, at its end or where it stopped.</summary>
    public static void Count(MirrorPassReport report, TimeSpan duration)
    {
        var kind = Tag(report.Kind);
        Changes.Add(report.Added, kind, Change("added"));
        Changes.Add(report.Changed, kind, Change("changed"));
        Changes.Add(report.Removed, kind, Change("removed"));
        Requests.Record(report.Requests, kind);
        Duration.Record(duration.TotalSeconds, kind);
    }

    private static KeyValuePair<string, object?> Change(string change) => new("fluentprofiles.mirror.change", change);
}
