using FluentProfiles.Sources;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Running;

/// <summary>The figures of a run so far.</summary>
/// <param name="budget">Counts its requests.</param>
internal sealed class RunCounts(RequestBudget budget) : IQueryCounts
{
    public long Requests => budget.Sent;

    public long Retries => budget.Resent;

    public TimeSpan? LastRequestDuration => budget.LastDuration;

    public long Read { get; set; }

    public long Returned { get; set; }

    public long Bytes { get; set; }
}
