using System.Globalization;
using System.Text.RegularExpressions;
using FluentProfiles.Mirror.Refreshing;
using FluentProfiles.Tests;

namespace FluentProfiles.Mirror.Tests.Docs;

/// <summary>The page on the mirror: <c>&lt;!-- mirror: NAME --&gt;</c> stands above a block that this assembly makes.</summary>
internal static partial class MirrorPage
{
    private const int RequestsPerDay = 10_000;

    private static readonly long[] Sizes = [1_000, 10_000, 100_000, 200_000, 500_000, 1_000_000];

    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "docs", "mirror.md");

    public static string Text => File.ReadAllText(Path).ReplaceLineEndings("\n");

    /// <summary>The page with every block as it should be.</summary>
    public static string Corrected(IReadOnlyDictionary<string, string> blocks) =>
        Block()
            .Replace(
                Text,
                block =>
                    $"{block.Groups["head"].Value}{blocks[block.Groups["name"].Value]}\n{block.Groups["end"].Value}"
            );

    /// <summary>The statements in SQL on the page.</summary>
    public static IReadOnlyList<string> Sql => [.. SqlBlock().Matches(Text).Select(block => block.Groups["sql"].Value)];

    /// <summary>The schedule with the default limit of requests, for mirrors of several sizes.</summary>
    public static string Schedule()
    {
        List<string> lines =
        [
            "| profiles | new | statuses | everything | requests a day | first load |",
            "| ---: | --- | --- | --- | ---: | --- |",
        ];
        foreach (var rows in Sizes)
        {
            var plan = RefreshPlan.Of(rows, rows / 10, RequestsPerDay);
            var load = TimeSpan.FromSeconds(
                plan.CostOf(MirrorPassKind.Full) / new ProfileMirrorOptions().MaxRequestsPerSecond!.Value
            );
            lines.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {rows:N0} | {Cell(MirrorPassKind.New)} | {Cell(MirrorPassKind.Statuses)} | {Cell(MirrorPassKind.Full)} | {plan.RequestsPerDay:N0} | {TextOf(load)} |"
                )
            );

            string Cell(MirrorPassKind kind) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.CostOf(kind):N0} every {TextOf(plan.IntervalOf(kind))}"
                );
        }
        return string.Join('\n', lines);
    }

    private static string TextOf(TimeSpan time) =>
        time.TotalDays >= 1 ? Number(time.TotalDays, "d")
        : time.TotalHours >= 1 ? Number(time.TotalHours, "h")
        : time.TotalMinutes >= 1 ? Number(time.TotalMinutes, "min")
        : Number(time.TotalSeconds, "s");

    private static string Number(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {unit}");

    [GeneratedRegex(
        @"(?<head><!-- mirror: (?<name>[\w-]+) -->\n(```\w+\n)?).*?\n?(?<end>```|<!-- end -->)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();

    [GeneratedRegex(@"^```sql\n(?<sql>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SqlBlock();
}
