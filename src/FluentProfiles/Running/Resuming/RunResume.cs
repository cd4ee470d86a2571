using FluentProfiles.Planning;
using FluentProfiles.Resume;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running.Resuming;

/// <summary>Starts a run where another stopped, and writes the token for the one after it.</summary>
/// <param name="setup">What the run does.</param>
/// <param name="countdowns">The run's counters, those of its own first.</param>
internal sealed class RunResume(RunSetup setup, IReadOnlyList<Countdown> countdowns)
{
    private readonly ExecutionPlan plan = setup.Plan;
    private readonly ResumePoint? start = setup.Start;
    private readonly Lazy<QueryIdentity> query = new(() => IdentityOf(setup));

    private IEnumerable<Countdown> OfQuery => countdowns.Skip(setup.Own.Count);

    /// <summary>Sets the query's Skips and Takes to what the earlier run has left of them.</summary>
    public void Restore()
    {
        foreach (var (countdown, left) in OfQuery.Zip(start?.Countdowns ?? []))
            countdown.Left = left;
    }

    /// <summary>The position from which another run resumes, or null when nothing follows what was returned.</summary>
    /// <param name="position">Where the run stands.</param>
    /// <param name="returned">How many items it has returned.</param>
    /// <param name="isDone">True when the stages need no more profiles.</param>
    /// <param name="isComplete">True when all that was held back was returned.</param>
    public string? Token(RunPosition position, long returned, bool isDone, bool isComplete) =>
        plan.BeginsAgain
            ? isComplete && !setup.Own.IsPageFull(countdowns)
                ? null
                : Write(AfterReturned(returned))
            : IsAtEnd(position, isDone)
                ? null
                : Write(At(position));

    private static QueryIdentity IdentityOf(RunSetup setup)
    {
        var identity = QueryFingerprint.Of(setup.Plan, setup.Environment.Address, setup.Own.Count);
        return setup.Settings.Resume?.Salt is { } salt ? identity with { Salt = salt } : identity;
    }

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

    private ResumePoint AfterReturned(long returned)
    {
        var cursor = start?.Cursor ?? setup.Settings.Cursor;
        return new()
        {
            Limit = cursor is null ? null : plan.PageSize,
            Cursor = cursor,
            Returned = (int)Math.Min(int.MaxValue, (start?.Returned ?? 0) + returned),
        };
    }

    private bool IsAtEnd(RunPosition position, bool isDone) =>
        plan.IsEmpty
        || position.IsAtEnd
        || (isDone && !setup.Own.IsPageFull(countdowns))
        || OfQuery.Any(countdown => countdown.IsSpentTake);

    private string Write(ResumePoint point)
    {
        try
        {
            return ResumeToken.Write(query.Value, point, setup.Environment.Protector);
        }
        catch (ProfilesConfigurationException failure)
        {
            failure.NoteTag(plan.Tag);
            throw;
        }
    }
}
