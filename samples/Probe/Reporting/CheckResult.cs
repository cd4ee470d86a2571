namespace Probe.Reporting;

/// <summary>What became of one assumption.</summary>
internal sealed record CheckResult(Assumption Assumption, Finding Finding, int Requests, long Milliseconds);
