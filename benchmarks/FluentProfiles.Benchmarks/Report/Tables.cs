using System.Globalization;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>The tables of the documents, in Markdown.</summary>
internal static class Tables
{
    private static readonly (string Scenario, string Text)[] Reading =
    [
        (Names.FullRead, "every field, kept in a list"),
        (Names.FullReadOverLoopback, "the same, from an emulator over loopback"),
        (Names.Projection, "`Select(p => new { p.Id, p.Name })`"),
        (Names.Filter, "`Where` on two values of the metadata"),
        (Names.Count, "`CountAsync()`"),
    ];

    /// <summary>The tables by the names of their places in the documents.</summary>
    public static Dictionary<string, string> Of(Measurements found) =>
        new()
        {
            ["environment"] = found.Environment,
            ["goals"] = OfGoals(found),
            ["summary"] = Summary(found),
            ["reading"] = Rows(
                [Names.FullRead, Names.FullReadOverLoopback, Names.Projection, Names.Filter, Names.Count],
                found
            ),
            ["waiting"] = Rows([Names.Prefetch, Names.TwoEnded, Names.Parallel], found),
            ["processes"] = Rows([Names.ColdRun, Names.LiveHeap], found),
            ["planning"] = Rows([Names.Plan, Names.Predicate], found),
            ["mirrorconditions"] = found.MirrorConditions,
            ["mirror"] = MirrorTables.OfAll(found),
            ["mirrorquestions"] = MirrorTables.OfQuestions(found),
            ["ratios"] = Chart(found, "ratios", "time and bytes of FluentProfiles as ratios to the hand-written loop"),
            ["readers"] = Chart(found, "readers", "microseconds a profile, reader by reader"),
            ["waits"] = Chart(found, "waiting", "seconds of the runs that wait"),
        };

    // A chart with gaps would mislead.
    private static string Chart(Measurements found, string name, string text) =>
        found.IsComplete() ? $"![{text}](benchmarks/{name}.png)" : "";

    private static string OfGoals(Measurements found)
    {
        var lines = Goals.All.Select(goal =>
        {
            var ratio = goal.Found(found);
            var sign = goal.IsLeast ? "≥" : "≤";
            var reached =
                ratio is not { } known ? "not measured"
                : goal.IsMetBy(known) ? "yes"
                : "**no**";
            return $"| {goal.Text} | {goal.Kind} | {sign} {Ratio(goal.Bound)} | {Ratio(ratio)} | {reached} |";
        });
        return string.Join(
            '\n',
            lines.Prepend("| scenario | ratio of | goal | found | reached |\n| --- | --- | ---: | ---: | --- |")
        );
    }

    /// <summary>The lines of the README: time and bytes, each as a ratio to the hand-written loop.</summary>
    private static string Summary(Measurements found)
    {
        var measured = Reading.Where(line => found.Rows.Exists(row => row.Scenario == line.Scenario));
        var lines = measured.Select(line =>
            $"| {line.Text} | {Pair(found, line.Scenario, Scenarios.Rows.Ours)} | {Pair(found, line.Scenario, Scenarios.Rows.Sdk)} |"
        );
        return string.Join('\n', lines.Prepend("| scenario | FluentProfiles | official SDK |\n| --- | ---: | ---: |"));
    }

    private static string Pair(Measurements found, string scenario, string row) =>
        $"{Ratio(found.Time(scenario, row, Scenarios.Rows.HandWritten))}, {Ratio(found.Bytes(scenario, row, Scenarios.Rows.HandWritten))}";

    /// <summary>Every row of some scenarios; the first of each is the one that the ratios refer to.</summary>
    private static string Rows(string[] scenarios, Measurements found)
    {
        if (!found.Rows.Exists(row => scenarios.Contains(row.Scenario)))
            return "Not measured yet.";
        var lines =
            from scenario in scenarios
            let rows = found.Rows.Where(row => row.Scenario == scenario).ToList()
            from row in rows
            select $"| {scenario} | {row.Row} | {Time(row.Nanoseconds)} | {Ratio(row.Nanoseconds / rows[0].Nanoseconds)} | {Bytes(row.Bytes)} | {Ratio((double?)row.Bytes / rows[0].Bytes)} |";
        return string.Join(
            '\n',
            lines.Prepend("| scenario | | time | ratio | bytes | ratio |\n| --- | --- | ---: | ---: | ---: | ---: |")
        );
    }

    internal static string Ratio(double? ratio) =>
        ratio switch
        {
            null or double.NaN or double.PositiveInfinity => "",
            >= 10 => Number(ratio.Value, "F1"),
            >= 0.1 => Number(ratio.Value, "F2"),
            _ => Number(ratio.Value, "F3"),
        };

    internal static string Time(double? nanoseconds) =>
        nanoseconds switch
        {
            null => "",
            >= 1e9 => Number(nanoseconds.Value / 1e9, "F2") + " s",
            >= 1e6 => Number(nanoseconds.Value / 1e6, "F1") + " ms",
            >= 1e3 => Number(nanoseconds.Value / 1e3, "F1") + " µs",
            _ => Number(nanoseconds.Value, "F1") + " ns",
        };

    private static string Bytes(long? bytes) =>
        bytes switch
        {
            null => "",
            >= 1 << 20 => Number((double)bytes / (1 << 20), "F2") + " MB",
            >= 10_000 => Number((double)bytes / 1024, "F1") + " KB",
            _ => Number((double)bytes, "N0") + " B",
        };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
