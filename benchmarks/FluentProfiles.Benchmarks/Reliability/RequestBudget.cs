using System.Diagnostics;
using System.Globalization;
using FluentProfiles.Emulator;

namespace FluentProfiles.Benchmarks.Reliability;

/// <summary>A service that takes so many requests a window and refuses the others until the next one. Counts what arrives.
/// Thread-safe.</summary>
/// <param name="perWindow">How many.</param>
/// <param name="window">The window.</param>
internal sealed class RequestBudget(int perWindow, TimeSpan window)
{
    private readonly object gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private long current;
    private int taken;

    /// <summary>How many requests came.</summary>
    public int Arrived { get; private set; }

    /// <summary>How many of them were refused.</summary>
    public int Refused { get; private set; }

    public EmulatorResponse? Refuse(EmulatorRequest request)
    {
        lock (gate)
        {
            Arrived++;
            var now = watch.Elapsed;
            var (number, rest) = (now.Ticks / window.Ticks, window - TimeSpan.FromTicks(now.Ticks % window.Ticks));
            (current, taken) = (number, number == current ? taken + 1 : 1);
            if (taken <= perWindow)
                return null;
            Refused++;
            return EmulatorResponse
                .Error(429, "rate_limit_error", "The budget of this window is spent.")
                .WithHeader("retry-after-ms", rest.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture));
        }
    }
}
