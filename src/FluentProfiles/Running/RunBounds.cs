using FluentProfiles.Operators.Windows;
using FluentProfiles.Planning;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running;

/// <summary>What a run skips and takes for itself, behind all that its query says.</summary>
/// <param name="Returned">How many items an earlier run has returned, where this one has to begin again.</param>
/// <param name="PageOf">For one page of so many items; else null.</param>
internal readonly record struct RunBounds(int Returned, int? PageOf)
{
    /// <summary>How many steps that makes. Their counters belong to no token.</summary>
    public int Count => (Returned > 0 ? 1 : 0) + (PageOf is null ? 0 : 1);

    public ClosedQuery Of<T>(ClosedQuery query)
    {
        query = query with { WindowsOfRun = Count };
        if (Returned > 0)
            query = query with { Operators = [.. query.Operators, new SkipOperator<T>(Returned)] };
        return PageOf is { } size ? query with { Operators = [.. query.Operators, new TakeOperator<T>(size)] } : query;
    }

    /// <param name="countdowns">The run's counters, the last step's first.</param>
    public bool IsPageFull(IReadOnlyList<Countdown> countdowns) =>
        PageOf is not null && countdowns is [var page, ..] && page.IsSpentTake;
}
