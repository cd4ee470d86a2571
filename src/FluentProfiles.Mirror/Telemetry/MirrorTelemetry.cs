using System.Diagnostics.Metrics;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Mirror.Telemetry;

/// <summary>The instruments of mirrors. Their meter has the name of the library's own.</summary>
internal static class MirrorTelemetry
{
    /// <summary>The tag of the mirror's requests.</summary>
    public const string RequestTag = "mirror";

    public static readonly Meter Meter = new(
        "FluentProfiles",
        typeof(MirrorTelemetry).Assembly.GetName().Version!.ToString(3)
    );

    private static readonly Counter<long> Changes = Meter.CreateCounter<long>(
        "fluentprofiles.mirror.changes",
        "{profile}",
        "Profiles that passes have added, changed and removed."
    );

    private static readonly Counter<long> Stops = Meter.CreateCounter<long>(
        "fluentprofiles.mirror.stops",
        "{pass}",
        "Passes that have stopped because they would change more than they may."
    );

    private static readonly Histogram<long> Requests = Meter.CreateHistogram<long>(
        "fluentprofiles.mirror.pass.requests",
        "{request}",
        "Requests of a pass, retries included."
    );

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "fluentprofiles.mirror.pass.duration",
        "s",
        "Time from the start of a pass to its end, with the time between when it was interrupted."
    );

    private static readonly Counter<long> TakeOvers = Meter.CreateCounter<long>(
        "fluentprofiles.mirror.lease.takeovers",
        "{takeover}",
        "Leases that this process has taken from a holder that had not released them."
    );

    private static readonly Counter<long> References = Meter.CreateCounter<long>(
        "fluentprofiles.mirror.references",
        "{call}",
        "Calls that have asked for the profile of a reference."
    );

    private static readonly Counter<long> Duplicates = Meter.CreateCounter<long>(
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
        Meter.CreateObservableGauge(
            "fluentprofiles.mirror.claims.unresolved",
            () => MirrorFigures.Live.SelectMany(figures => figures.Unresolved()),
            "{reference}",
            "References whose create may or may not have been carried out, and that wait for a person."
        );
    }

    /// <summary>Creates the gauges, once.</summary>
    public static void Initialize() { }

    /// <summary>The tag that names the kind of a pass.</summary>
    public static KeyValuePair<string, object?> Tag(MirrorPassKind kind) =>
        new("fluentprofiles.mirror.pass", kind.ToString().ToLowerInvariant());

    /// <summary>Counts a call that has asked for the profile of a reference.</summary>
    /// <param name="watchers">Take the report.</param>
    /// <param name="result">What came of it: <c>cached</c>, <c>found</c>, <c>absent</c>, <c>created</c> or <c>unresolved</c>.</param>
    public static void CountReference(Watchers watchers, string result) =>
        watchers.Count(References, 1, new() { { "fluentprofiles.mirror.result", result } });

    /// <summary>Counts a reference with several profiles that was read.</summary>
    public static void CountDuplicates(Watchers watchers) => watchers.Count(Duplicates, 1);

    /// <summary>Counts a lease that was taken from a holder that had not released it.</summary>
    /// <param name="watchers">Take the report.</param>
    /// <param name="tags">Name the mirror.</param>
    public static void CountTakeOver(Watchers watchers, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        watchers.Count(TakeOvers, 1, new(tags));

    /// <summary>Counts a pass that has stopped because it would change more than it may.</summary>
    public static void CountStop(Watchers watchers, MirrorPassKind kind) => watchers.Count(Stops, 1, [Tag(kind)]);

    /// <summary>Counts what a pass has done, at its end or where it stopped.</summary>
    public static void Count(Watchers watchers, MirrorPassReport report, TimeSpan duration)
    {
        var kind = Tag(report.Kind);
        watchers.Count(Changes, report.Added, [kind, Change("added")]);
        watchers.Count(Changes, report.Changed, [kind, Change("changed")]);
        watchers.Count(Changes, report.Removed, [kind, Change("removed")]);
        watchers.Record(Requests, report.Requests, [kind]);
        watchers.Record(Duration, duration.TotalSeconds, [kind]);
    }

    private static KeyValuePair<string, object?> Change(string change) => new("fluentprofiles.mirror.change", change);
}
