using FluentProfiles.Execution.Stages;

namespace FluentProfiles.Execution;

/// <summary>A run's beginning where another stopped, and the token for the one after it.</summary>
/// <param name="query">What tells the run's query apart; read where a token is.</param>
/// <param name="plan">The run's plan.</param>
/// <param name="start">Where another run stopped, or null.</param>
/// <param name="own">What the run skips and takes for itself.</param>
/// <param name="countdowns">The run's counters, those of its own first.</param>
internal sealed class RunResume(
    Lazy<QueryFingerprint> query,
    QueryPlan plan,
    ResumePoint? start,
    RunBounds own,
    IReadOnlyList<Countdown> countdowns
)
{
    private IEnumerable<Countdown> OfQuery => countdowns.Skip(own.Count);

    /// <summary>Gives the query's Skips and Takes what the earlier run has left of them. A token may be forged, so none gets
    /// more than it had.</summary>
    public void Restore()
    {
        foreach (var (countdown, left) in OfQuery.Zip(start?.Countdowns ?? []))
            countdown.Left = Math.Min(left, countdown.Left);
    }

    /// <summary>Where another run goes on; null where nothing follows what was given.</summary>
    /// <param name="position">Where the run stands.</param>
    /// <param name="returned">How many items it has given.</param>
    /// <param name="isDone">Whether the stages want no more.</param>
    /// <param name="isComplete">Whether all that was held back was given.</param>
    public string? Token(RunPosition position, long returned, bool isDone, bool isComplete) =>
        plan.BeginsAgain
            ? isComplete && !own.IsPageFull(countdowns)
                ? null
                : Write(AfterDelivered(returned))
            : IsAtEnd(position, isDone)
                ? null
                : Write(
                    position.ToPoint(query.Value, plan.PageSize) with
                    {
                        Countdowns = [.. OfQuery.Select(one => one.Left)],
                    }
                );

    private ResumePoint AfterDelivered(long returned) =>
        new(query.Value) { Delivered = (int)Math.Min(int.MaxValue, (start?.Delivered ?? 0) + returned) };

    private bool IsAtEnd(RunPosition position, bool isDone) =>
        plan.IsEmpty
        || position.IsAtEnd
        || (isDone && !own.IsPageFull(countdowns))
        || OfQuery.Any(countdown => countdown.IsSpentTake);

    private string Write(ResumePoint point) => ResumeToken.Write(point with { Moment = plan.Moment });
}
