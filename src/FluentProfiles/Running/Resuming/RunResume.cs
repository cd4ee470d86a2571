using FluentProfiles.Planning;
using FluentProfiles.Resume;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running.Resuming;

/// <summary>A run's beginning where another stopped, and the token for the one after it.</summary>
/// <param name="query">The identity of the run's query; read where a token is written.</param>
/// <param name="plan">The run's plan.</param>
/// <param name="start">Where another run stopped, or null.</param>
/// <param name="cursor">The cursor of the page at which the query begins; null for the first page.</param>
/// <param name="own">What the run skips and takes for itself.</param>
/// <param name="countdowns">The run's counters, those of its own first.</param>
/// <param name="protector">Protects tokens, or null.</param>
internal sealed class RunResume(
    Lazy<QueryIdentity> query,
    ExecutionPlan plan,
    ResumePoint? start,
    string? cursor,
    RunBounds own,
    IReadOnlyList<Countdown> countdowns,
    ITokenProtector? protector
)
{
    private IEnumerable<Countdown> OfQuery => countdowns.Skip(own.Count);

    /// <summary>Sets the query's Skips and Takes to what the earlier run has left of them.</summary>
    public void Restore()
    {
        foreach (var (countdown, left) in OfQuery.Zip(start?.Countdowns ?? []))
            countdown.Left = left;
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
                : Write(At(position));

    private ResumePoint At(RunPosition position) =>
        new()
        {
            Limit = position.IsStart ? null : plan.PageSize,
            Cursor = position.Cursor,
            Far = position.Far,
            Examined = plan.Ids is null ? position.Examined : null,
            LookedUp =
                plan.Ids is { } ids && position.Examined is { Ids: { } examined }
                    ? LookedUpIds.Of(ids, examined)
                    : null,
            Countdowns = [.. OfQuery.Select(one => one.Left)],
        };

    private ResumePoint AfterDelivered(long returned) =>
        new()
        {
            Limit = cursor is null ? null : plan.PageSize,
            Cursor = cursor,
            Delivered = (int)Math.Min(int.MaxValue, (start?.Delivered ?? 0) + returned),
        };

    private bool IsAtEnd(RunPosition position, bool isDone) =>
        plan.IsEmpty
        || position.IsAtEnd
        || (isDone && !own.IsPageFull(countdowns))
        || OfQuery.Any(countdown => countdown.IsSpentTake);

    private string Write(ResumePoint point) => ResumeToken.Write(query.Value, point, protector);
}
