using Probe.Life;
using Probe.Reporting;
using Probe.Wire;

namespace Probe;

/// <summary>Checks all assumptions, one after another.</summary>
/// <param name="wire">Sends the requests.</param>
/// <param name="settings">What to check.</param>
/// <param name="time">The clock.</param>
internal sealed class ProbeRun(ServiceWire wire, ProbeSettings settings, TimeProvider time)
{
    private readonly IReadOnlyList<Assumption> reads = Assumptions.OfReads(settings.CursorAge, time);
    private readonly ProfileLife life = new(wire);

    /// <summary>Gets the most requests that the run sends.</summary>
    public int MostRequests => reads.Sum(one => one.MostRequests) + (settings.Write ? ProfileLife.MostRequests : 0);

    /// <summary>Gets what to look for if the probe's profile could not be deleted; otherwise null.</summary>
    public string? LeftBehind => life.IsLeftBehind ? life.Description : null;

    public async Task<ProbeReport> RunAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        List<CheckResult> results = [];
        foreach (var assumption in reads)
            results.Add(await CheckAsync(assumption, cancellationToken));
        if (settings.Write)
        {
            var record = life.LiveAsync(cancellationToken);
            foreach (var assumption in Assumptions.OfWrites(record))
                results.Add(await CheckAsync(assumption, cancellationToken));
        }
        foreach (var assumption in Assumptions.OfAnswers())
            results.Add(await CheckAsync(assumption, cancellationToken));
        return new(results, wire.Requests, Milliseconds(start));
    }

    private async Task<CheckResult> CheckAsync(Assumption assumption, CancellationToken cancellationToken)
    {
        var (start, before) = (time.GetTimestamp(), wire.Requests);
        if (assumption.MostRequests > 0)
            wire.Allow(assumption.MostRequests);
        Finding finding;
        try
        {
            finding = await assumption.CheckAsync(wire, cancellationToken);
        }
        catch (UncheckedException reason)
        {
            finding = Finding.Unchecked(reason.Message);
        }
        return new(assumption, finding, wire.Requests - before, Milliseconds(start));
    }

    private long Milliseconds(long start) => (long)time.GetElapsedTime(start).TotalMilliseconds;
}
