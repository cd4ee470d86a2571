using FluentProfiles.Planning;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Running;

/// <summary>Reports the progress of a run after each page, and at its end.</summary>
/// <param name="progress">Receives the reports; null for none.</param>
/// <param name="watchers">Calls it.</param>
/// <param name="plan">The plan that runs.</param>
/// <param name="counts">The figures of the run.</param>
/// <param name="token">Returns the token that resumes after the items delivered so far.</param>
/// <param name="beginning">Returns the token that resumes where this run began.</param>
internal sealed class RunReports(
    IProgress<QueryProgress>? progress,
    Watchers watchers,
    ExecutionPlan plan,
    RunCounts counts,
    Func<string?> token,
    Func<string?> beginning
) : IDisposable
{
    private QueryProgress? latest;
    private QueryPlan? shown;

    /// <summary>Reports that all items so far were delivered.</summary>
    public void Report()
    {
        if (progress is not null)
            Send(Now(counts.Returned, token()));
    }

    /// <summary>Reports the end of the run. A page that was delivered in part does not count, because a run from the token
    /// returns it again.</summary>
    public void Dispose()
    {
        if (progress is not null && counts.Requests > 0)
            Send(latest is null ? Now(0, beginning()) : Now(latest.Returned, latest.ResumeToken));
    }

    private QueryProgress Now(long returned, string? resumeToken) =>
        new(counts.Requests, counts.Retries, counts.Read, returned, counts.Bytes, resumeToken)
        {
            Plan = shown ??= new(plan),
            Tag = plan.Tag,
            LastRequestDuration = counts.LastRequestDuration,
        };

    private void Send(QueryProgress report)
    {
        // A request that was read ahead may have ended meanwhile, which is no progress.
        if (report with { LastRequestDuration = latest?.LastRequestDuration } != latest)
            watchers.Report(progress!, latest = report);
    }
}
