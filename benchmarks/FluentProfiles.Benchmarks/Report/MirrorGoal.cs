namespace FluentProfiles.Benchmarks.Report;

/// <summary>What a scenario of the mirror is to reach.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="ComparedWith">What it is compared with.</param>
/// <param name="Text">The goal, for people.</param>
/// <param name="Most">The most nanoseconds that will do, for a database and the time of what it is compared with.</param>
internal sealed record MirrorGoal(string Scenario, string ComparedWith, string Text, Func<string, double, double> Most);
