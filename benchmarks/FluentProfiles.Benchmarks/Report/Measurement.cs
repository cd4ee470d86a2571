namespace FluentProfiles.Benchmarks.Report;

/// <summary>What one row of a scenario took.</summary>
/// <param name="Scenario">The scenario; where it runs over several links, with the link.</param>
/// <param name="Row">Who did it, or what was looked at.</param>
/// <param name="Nanoseconds">The median time of a run; null where time is not what counts.</param>
/// <param name="Bytes">What a run allocates, or what is alive; null where memory is not what counts.</param>
internal sealed record Measurement(string Scenario, string Row, double? Nanoseconds, long? Bytes);
