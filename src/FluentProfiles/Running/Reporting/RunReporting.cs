using FluentProfiles.Running.Resuming;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Running.Reporting;

/// <summary>Reports one run: its span and counters, its progress, and what exceptions say of it.</summary>
internal sealed class RunReporting : IDisposable
{
    private readonly RunSetup setup;
    private readonly RunCounts counts;
    private readonly RunMemory memory;
    private readonly RunProgress progress;

    /// <param name="setup">What the run does.</param>
    /// <param name="counts">The figures of the run.</param>
    /// <param name="memory">How far the run has come.</param>
    public RunReporting(RunSetup setup, RunCounts counts, RunMemory memory)
    {
        (this.setup, this.counts, this.memory) = (setup, counts, memory);
        Trace = new(setup.Environment.Watchers, setup.Environment.Clock, counts, setup.Plan.Tag);
        progress = new(setup, counts, memory);
    }

    /// <summary>The span of the run.</summary>
    public QueryTrace Trace { get; }

    /// <summary>Counts what was read of a page.</summary>
    public void CountRead(int profiles, long bytes)
    {
        counts.Read += profiles;
        counts.Bytes += bytes;
    }

    /// <summary>Counts the items returned so far.</summary>
    public void CountReturned(long items)
    {
        counts.Returned = items;
        Trace.Count();
    }

    /// <summary>Reports that all items so far were returned.</summary>
    /// <exception cref="ProfilesConfigurationException">The client's protector can't protect the token.</exception>
    public void ReportProgress()
    {
        try
        {
            progress.Report();
        }
        catch (ProfilesConfigurationException failure)
        {
            Fail(failure);
            throw;
        }
    }

    /// <summary>Reports the failure of the run. An exception of the library gets the token to resume from, and the tag.</summary>
    public void Fail(Exception failure)
    {
        Trace.Fail(failure);
        if (failure is not ProfilesException ours)
            return;
        ours.NoteResumeToken(memory.TokenOnFailure);
        ours.NoteTag(setup.Plan.Tag);
    }

    public void Dispose()
    {
        progress.Dispose();
        Trace.Dispose();
    }
}
