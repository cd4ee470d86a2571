using FluentProfiles.Benchmarks.Mirrors;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>What the mirror is to reach.</summary>
internal static class MirrorGoals
{
    private const double Millisecond = 1e6;
    private const double Second = 1e9;
    private const string Command = "a prepared command";

    public static MirrorGoal[] All { get; } =
    [
        Ratio(MirrorNames.Work, "a loop of prepared commands", 1.25),
        Ratio(MirrorNames.Load, "the longer of network and database alone", 1.2),
        Ratio(MirrorNames.Unchanged, "the network alone", 1.1),
        ByReference(MirrorNames.Reference),
        new(MirrorNames.Cached, Command, "≤ 0.05 ms", (_, _) => 0.05 * Millisecond),
        ByReference(MirrorNames.Known),
        new(MirrorNames.Newest, Command, "≤ 5 ms", (_, _) => 5 * Millisecond),
        new(MirrorNames.Count, Command, "≤ that + 1 ms", (_, reference) => reference + Millisecond),
        Ratio(MirrorNames.Page, "the first page", 1.1),
        new(MirrorNames.Stream, "reading the rows alone", "≤ 6.7 µs, 150,000/s", (_, _) => Second / 150_000),
    ];

    private static MirrorGoal ByReference(string scenario) =>
        new(
            scenario,
            Command,
            "≤ 0.6 ms, 1.5 ms",
            (kind, _) => (kind == BenchmarkDatabase.Sqlite ? 0.6 : 1.5) * Millisecond
        );

    private static MirrorGoal Ratio(string scenario, string comparedWith, double most) =>
        new(
            scenario,
            comparedWith,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"≤ {most} ×"),
            (_, reference) => most * reference
        );
}
