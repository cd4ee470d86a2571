namespace AnalyzerCost;

/// <summary>One run of the compiler.</summary>
/// <param name="ProcessorTime">What its server used of all processors.</param>
/// <param name="Time">From start to end, by the clock.</param>
/// <param name="Output">What it printed, the times of the analyzers included.</param>
internal sealed record CompilerRun(TimeSpan ProcessorTime, TimeSpan Time, string Output);
