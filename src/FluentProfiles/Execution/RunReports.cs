using FluentProfiles.Telemetry;

namespace FluentProfiles.Execution;

/// <summary>Tells who asked for progress how far a run is, and what it came to where it ends before the last page was
/// delivered whole.</summary>
/// <param name="progress">Who asked, or null.</param>
/// <param name="watchers">Calls it.</param>
/// <param name="plan">The plan that runs.</param>
/// <param name="counts">The run's figures.</param>
/// <param name="token">Where another run goes on after the items delivered so far.</param>
/// <param name="beginning">Where another run goes on that is to give what this one gave from its start.</param>
internal sealed class RunReports(
    IProgress<QueryProgress>? progress,
    Watchers watchers,
    QueryPlan plan,
    RunCounts counts,
    Func<string?> token,
    Func<string?> beginning
) : IDisposable
{
    private QueryProgress? latest;

    /// <summary>All items so far were delivered.</summary>
    public void Report()
    {
        if (progress is not null)
            Send(Now(counts.Returned, token()));
    }

    /// <summary>The run is over. Of a page that was not delivered whole no item counts: the token's run gives them
    /// again.</summary>
    public void Dispose()
    {
        if (progress is not null && counts.Requests > 0)
            Send(latest is null ? Now(0, beginning()) : Now(latest.Returned, latest.ResumeToken));
    }

    private QueryProgress Now(long returned, string? resumeToken) =>
        new(counts.Requests, counts.Retries, counts.Read, returned, counts.Bytes, resumeToken) { Plan = plan };

    private void Send(QueryProgress report)
    {
        if (report != latest)
            watchers.Report(progress!, latest = report);
    }
}
