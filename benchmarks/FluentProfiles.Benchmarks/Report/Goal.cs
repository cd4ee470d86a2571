namespace FluentProfiles.Benchmarks.Report;

/// <summary>What a scenario is to reach.</summary>
/// <param name="Text">The scenario, for people.</param>
/// <param name="Kind">What is compared.</param>
/// <param name="Bound">The ratio to reach.</param>
/// <param name="Found">The ratio that was measured, or null.</param>
/// <param name="IsLeast">Whether the bound is the least ratio that will do; else it is the most.</param>
internal sealed record Goal(
    string Text,
    string Kind,
    double Bound,
    Func<Measurements, double?> Found,
    bool IsLeast = false
)
{
    public bool IsMetBy(double found) => IsLeast ? found >= Bound : found <= Bound;
}
