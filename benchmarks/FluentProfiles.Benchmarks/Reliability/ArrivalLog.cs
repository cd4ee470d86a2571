using System.Diagnostics;

namespace FluentProfiles.Benchmarks.Reliability;

/// <summary>Holds what arrives against a budget of so many requests a period. Thread-safe.</summary>
/// <param name="perPeriod">How many permits each period gives, the first at its beginning.</param>
/// <param name="period">The period.</param>
internal sealed class ArrivalLog(int perPeriod, TimeSpan period)
{
    // A timer may ring a little early.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(5);

    private readonly object gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();

    public int Arrived { get; private set; }

    /// <summary>By how many the budget was exceeded at the worst moment.</summary>
    public int Excess { get; private set; }

    public void Note()
    {
        lock (gate)
        {
            Arrived++;
            var budget = perPeriod * ((watch.Elapsed + Tolerance).Ticks / period.Ticks + 1);
            Excess = Math.Max(Excess, (int)(Arrived - budget));
        }
    }
}
