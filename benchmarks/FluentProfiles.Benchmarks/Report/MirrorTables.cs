using FluentProfiles.Benchmarks.Mirrors;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>The tables of the mirror, in Markdown.</summary>
internal static class MirrorTables
{
    private static readonly string[] Kinds = [BenchmarkDatabase.Sqlite, BenchmarkDatabase.Postgres];

    private static readonly string[] Asked = [MirrorNames.Reference, MirrorNames.Newest, MirrorNames.Count];

    /// <summary>Every scenario: on each database its time and its ratio to what it is compared with, and the service's time. What
    /// misses the goal is bold.</summary>
    public static string OfAll(Measurements found) =>
        string.Join(
            '\n',
            MirrorGoals
                .All.Select(goal =>
                    $"| {goal.Scenario} | {goal.ComparedWith} | {goal.Text} | {string.Join(" | ", Kinds.Select(kind => Cell(goal, kind, found)))} | {OfService(goal.Scenario, found)} |"
                )
                .Prepend(
                    "| | compared with | goal | SQLite | PostgreSQL | the service |\n| --- | --- | --- | ---: | ---: | ---: |"
                )
        );

    /// <summary>The questions that applications ask, for the README.</summary>
    public static string OfQuestions(Measurements found) =>
        string.Join(
            '\n',
            Asked
                .Select(scenario =>
                    $"| {scenario} | {string.Join(" | ", Kinds.Select(kind => Tables.Time(Find(scenario, kind, found))))} | {OfService(scenario, found)} |"
                )
                .Prepend("| | SQLite | PostgreSQL | the service |\n| --- | ---: | ---: | ---: |")
        );

    private static string Cell(MirrorGoal goal, string kind, Measurements found)
    {
        if (Find(goal.Scenario, kind, found) is not { } ours)
            return "";
        var reference = found.Find(MirrorNames.Scenario(goal.Scenario, kind), MirrorNames.Compared)!.Nanoseconds!.Value;
        var text = $"{Tables.Time(ours)}, {Tables.Ratio(ours / reference)} ×";
        return ours <= goal.Most(kind, reference) ? text : $"**{text}**";
    }

    private static string OfService(string scenario, Measurements found) =>
        Tables.Time(Find(scenario, MirrorNames.Service, found));

    private static double? Find(string scenario, string place, Measurements found) =>
        found.Find(MirrorNames.Scenario(scenario, place), MirrorNames.Ours)?.Nanoseconds;
}
