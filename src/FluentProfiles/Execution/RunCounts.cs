using FluentProfiles.Http;

namespace FluentProfiles.Execution;

/// <summary>What a run has done so far.</summary>
/// <param name="budget">Counts its requests.</param>
internal sealed class RunCounts(RequestBudget budget)
{
    public long Requests => budget.Sent;

    public long Retries => budget.Resent;

    public long Read { get; set; }

    public long Returned { get; set; }

    public long Bytes { get; set; }
}
