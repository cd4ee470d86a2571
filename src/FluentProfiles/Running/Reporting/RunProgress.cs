using FluentProfiles.Running.Resuming;

namespace FluentProfiles.Running.Reporting;

/// <summary>Reports the progress of a run after each page, and at its end.</summary>
/// <param name="setup">What the run does.</param>
/// <param name="counts">The figures of the run.</param>
/// <param name="memory">How far the run has come.</param>
internal sealed class RunProgress(RunSetup setup, RunCounts counts, RunMemory memory) : IDisposable
{
    private readonly IProgress<QueryProgress>? progress = QueryProgressReceiver.In(setup.Settings);
    private QueryProgress? latest;
    private QueryPlan? plan;

    /// <summary>Reports that all items so far were returned.</summary>
    public void Report()
    {
        if (progress is not null)
            Send(Now(counts.Returned, memory.Token));
    }

    /// <summary>Reports the end of the run. A page that was returned in part does not count, because a run from the token
    /// returns it again.</summary>
    public void Dispose()
    {
        if (progress is null || counts.Requests == 0)
            return;
        if (latest is not null)
            Send(Now(latest.Returned, latest.ResumeToken));
        // Without a token, the report would say that the run is complete.
        else if (memory.TokenOfStart is { } start)
            Send(Now(0, start));
    }

    private QueryProgress Now(long returned, string? resumeToken) =>
        new(counts.Requests, counts.Retries, counts.Read, returned, counts.Bytes, resumeToken)
        {
            Plan = plan ??= new(setup.Plan),
            Tag = setup.Plan.Tag,
            LastRequestDuration = counts.LastRequestDuration,
        };

    private void Send(QueryProgress report)
    {
        // A request that was read ahead may have ended meanwhile, which is no progress.
        if (report with { LastRequestDuration = latest?.LastRequestDuration } != latest)
            setup.Environment.Watchers.Report(progress!, latest = report);
    }
}
