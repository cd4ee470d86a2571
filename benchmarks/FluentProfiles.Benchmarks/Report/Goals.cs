using FluentProfiles.Benchmarks.Scenarios;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>What the library is to reach.</summary>
internal static class Goals
{
    private const string Time = "time";
    private const string Bytes = "bytes allocated";

    public static Goal[] All { get; } =
    [
        .. Against("every field, kept in a list", Names.FullRead, 0.55, 0.60),
        .. Against("`Select(p => new { p.Id, p.Name })`", Names.Projection, 0.40, 0.15),
        .. Against("`Where` on two values of the metadata, 1.5 % match", Names.Filter, 0.45, 0.05),
        .. Against("`CountAsync()`", Names.Count, 0.33, 0.02),
        new(
            "every field, the official SDK's ratio to ours",
            Time,
            14,
            found => found.Time(Names.FullRead, Rows.Sdk, Rows.Ours),
            IsLeast: true
        ),
        new(
            "every field, the official SDK's ratio to ours",
            Bytes,
            16,
            found => found.Bytes(Names.FullRead, Rows.Sdk, Rows.Ours),
            IsLeast: true
        ),
        Waiting(
            "50 pages of 20 ms, consumer of 20 ms a page: `WithPrefetch(1)` to `WithPrefetch(0)`",
            Names.Prefetch,
            0.53
        ),
        Waiting("200 pages of 20 ms: `WithTwoEndedScan()` to `WithPrefetch(0)`", Names.TwoEnded, 0.54),
        Waiting(
            "50 pages, both, `ForEachAsync` with two workers of 20 ms a page, to one after the other",
            Names.Parallel,
            0.32
        ),
        new(
            "streaming 1,000,000 profiles, after page 10,000 to after page 100",
            "bytes alive",
            1.1,
            found => found.Bytes(Names.LiveHeap, Names.LatePage, Names.EarlyPage)
        ),
        new(
            "first run in a cold process, every field, median of nine",
            Time,
            1.0,
            found => found.Time(Names.ColdRun, Rows.Ours, Rows.HandWritten)
        ),
    ];

    private static Goal[] Against(string text, string scenario, double time, double bytes) =>
        [
            new(text, Time, time, found => found.Time(scenario, Rows.Ours, Rows.HandWritten)),
            new(text, Bytes, bytes, found => found.Bytes(scenario, Rows.Ours, Rows.HandWritten)),
        ];

    private static Goal Waiting(string text, string scenario, double time) =>
        new(text, Time, time, found => found.Time(scenario, Rows.Ours, Rows.Sequential));
}
