using System.Globalization;
using FluentProfiles.Benchmarks.Scenarios;
using FluentProfiles.Benchmarks.Service;
using ScottPlot;

namespace FluentProfiles.Benchmarks.Report;

/// <summary>The charts of a complete report.</summary>
internal static class Charts
{
    public const int Width = 960;
    public const int Height = 420;

    /// <summary>Our ratios to the hand-written loop, scenario by scenario.</summary>
    public static Plot Ratios(Measurements found)
    {
        (string Text, string Scenario)[] groups =
        [
            ("every field", Names.FullRead),
            ("every field,\nover loopback", Names.FullReadOverLoopback),
            ("two fields", Names.Projection),
            ("1.5 % of them", Names.Filter),
            ("a count", Names.Count),
        ];
        var plot = Grouped(
            "10,000 profiles: FluentProfiles, where the hand-written loop takes 1",
            [.. groups.Select(group => group.Text)],
            [
                ("time", [.. groups.Select(group => found.Time(group.Scenario, Rows.Ours, Rows.HandWritten)!.Value)]),
                (
                    "bytes allocated",
                    [.. groups.Select(group => found.Bytes(group.Scenario, Rows.Ours, Rows.HandWritten)!.Value)]
                ),
            ],
            "F2",
            least: 1
        );
        var loop = plot.Add.HorizontalLine(1, pattern: LinePattern.Dashed, color: Colors.Gray);
        loop.LegendText = Rows.HandWritten;
        return plot;
    }

    /// <summary>What a profile with every field takes each reader.</summary>
    public static Plot Readers(Measurements found)
    {
        string[] readers = [Rows.Ours, Rows.OursOverFlurl, Rows.HandWritten, Rows.Flurl, Rows.Sdk];
        return Grouped(
            "Every field of a profile, from memory",
            readers,
            [
                (
                    "microseconds a profile",
                    [
                        .. readers.Select(row =>
                            found.Find(Names.FullRead, row)!.Nanoseconds!.Value / ClientsUnderTest.Profiles / 1000
                        ),
                    ]
                ),
            ],
            "F1"
        );
    }

    /// <summary>How long the runs that wait take.</summary>
    public static Plot Waiting(Measurements found)
    {
        (string Text, string Scenario)[] groups =
        [
            ("50 pages, consumer of 20 ms:\nWithPrefetch(1)", Names.Prefetch),
            ("200 pages:\nWithTwoEndedScan()", Names.TwoEnded),
            ("50 pages, both,\ntwo workers of 20 ms", Names.Parallel),
        ];
        string[] rows = [Rows.HandWritten, Rows.Sequential, Rows.Ours];
        return Grouped(
            "A service that takes 20 ms for a page: seconds a run",
            [.. groups.Select(group => group.Text)],
            [
                .. rows.Select(row =>
                    (row, groups.Select(group => found.Find(group.Scenario, row)!.Nanoseconds!.Value / 1e9).ToArray())
                ),
            ],
            "F2"
        );
    }

    private static Plot Grouped(
        string title,
        string[] groups,
        (string Name, double[] Values)[] series,
        string format,
        double least = 0
    )
    {
        Plot plot = new();
        plot.Font.Set("DejaVu Sans");
        plot.Title(title);
        // One place is left free between two groups.
        var pitch = series.Length + 1;
        for (var i = 0; i < series.Length; i++)
        {
            var bars = plot.Add.Bars(
                [.. Enumerable.Range(0, groups.Length).Select(group => (double)(group * pitch + i))],
                series[i].Values
            );
            bars.LegendText = series[i].Name;
            bars.ValueLabelStyle.FontSize = 13;
            foreach (var bar in bars.Bars)
                bar.ValueLabel = bar.Value.ToString(format, CultureInfo.InvariantCulture);
        }
        plot.Axes.Bottom.SetTicks(
            [.. Enumerable.Range(0, groups.Length).Select(group => group * pitch + (series.Length - 1) / 2.0)],
            groups
        );
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.TickLabelStyle.FontSize = 13;
        // The legend is above the bars.
        plot.Axes.AutoScale();
        plot.Axes.SetLimitsY(0, 1.3 * Math.Max(least, series.Max(one => one.Values.Max())));
        plot.HideGrid();
        plot.ShowLegend(Alignment.UpperLeft, Orientation.Horizontal);
        return plot;
    }
}
