using System.Diagnostics;

namespace FluentProfiles.Tests.Reliability;

/// <summary>What this process holds of the machine.</summary>
/// <param name="Threads">Threads.</param>
/// <param name="Timers">Timers that are set.</param>
/// <param name="Handles">Open files and sockets.</param>
internal sealed record Footprint(int Threads, long Timers, int Handles)
{
    // The runtime's own: threads of its pool, timers that look after them, files of assemblies that it loads meanwhile.
    private const int Slack = 4;
    private const int HandleSlack = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The footprint once it is within another one's, or stays as it is.</summary>
    public static Footprint Settled(Footprint? other)
    {
        var now = Now();
        SpinWait.SpinUntil(() => (now = Now()).IsWithin(other ?? now), Patience);
        return now;
    }

    public bool IsWithin(Footprint other) =>
        Threads <= other.Threads + Slack && Timers <= other.Timers + Slack && Handles <= other.Handles + HandleSlack;

    public override string ToString() => $"{Threads} threads, {Timers} timers, {Handles} handles";

    private static Footprint Now()
    {
        using var process = Process.GetCurrentProcess();
        return new(process.Threads.Count, Timer.ActiveCount, process.HandleCount);
    }
}
