using System.Diagnostics;

namespace FluentProfiles.Benchmarks.Mirrors;

/// <summary>Measures two ways in turn, so that whatever else the machine does strikes both.</summary>
internal static class Turns
{
    private const int Warmups = 5;

    /// <summary>Runs both as often as asked.</summary>
    /// <param name="times">How often.</param>
    /// <param name="reference">The one way, for the number of the turn.</param>
    /// <param name="ours">The other.</param>
    public static async Task<TurnTimes> MeasureAsync(int times, Func<int, Task> reference, Func<int, Task> ours)
    {
        for (var i = 0; i < Math.Min(Warmups, times); i++)
        {
            await reference(i);
            await ours(i);
        }
        List<double> byHand = [];
        List<double> measured = [];
        List<double> bytes = [];
        for (var i = 0; i < times; i++)
        {
            byHand.Add(await TimeAsync(reference, i));
            var before = GC.GetTotalAllocatedBytes(precise: true);
            measured.Add(await TimeAsync(ours, i));
            bytes.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
        }
        return new(Median(byHand), Median(measured), (long)Median(bytes));
    }

    public static async Task<double> TimeAsync(Func<int, Task> way, int turn)
    {
        var start = Stopwatch.GetTimestamp();
        await way(turn);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
