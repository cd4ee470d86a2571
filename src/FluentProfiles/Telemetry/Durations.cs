using System.Globalization;

namespace FluentProfiles.Telemetry;

/// <summary>Durations as messages show them.</summary>
internal static class Durations
{
    /// <summary><c>30 s</c>, <c>1.25 s</c>, <c>250 ms</c>.</summary>
    public static string Text(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1)
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.#} ms")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.##} s");
}
