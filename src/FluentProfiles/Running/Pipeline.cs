using System.Runtime.ExceptionServices;
using FluentProfiles.Json.Pages;
using FluentProfiles.Operators;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running;

/// <summary>The client's part of a run: stages from the profile to the item, in two halves where each profile is read again
/// in between.</summary>
internal sealed class Pipeline<T>
{
    private readonly Output<T> output;
    private readonly Stage<UserProfile> first;
    private readonly CompletingStage? completing;
    private readonly DetailStep? details;
    private readonly long? needed;
    private readonly bool stopsWithinPage;
    private readonly int[] firstCounts;
    private readonly int[] settledCounts;
    private long taken;
    private Page? page;
    private int examined;
    private int settled;
    private bool readsDetails;

    /// <param name="operators">The client's steps.</param>
    /// <param name="needed">The number of profiles that may be enough, or null. No details beyond them are read before it
    /// is known that more are needed.</param>
    /// <param name="firstSteps">How many of the steps only look at profiles that are read whole after them; 0 for whole ones
    /// from the start.</param>
    /// <param name="readDetails">Reads a profile again; null where it is gone.</param>
    /// <param name="counts">Whether the items are only counted.</param>
    /// <param name="stopsWithinPage">True when a run may stop after any profile of a page.</param>
    public Pipeline(
        IReadOnlyList<QueryOperator> operators,
        long? needed,
        int firstSteps,
        Func<UserProfile, Task<UserProfile?>> readDetails,
        bool counts = false,
        bool stopsWithinPage = false
    )
    {
        this.needed = needed;
        this.stopsWithinPage = stopsWithinPage;
        output = new(keeps: !counts);
        List<Countdown> countdowns = [];
        var later = operators.Skip(firstSteps).ToList();
        var split = later.FindIndex(step => step is DetailsOperator);
        var behind = 0;
        if (split < 0)
            first = Link(later, output, countdowns);
        else
        {
            details = new(
                Link(later[split..], output, countdowns),
                readDetails,
                ((DetailsOperator)later[split]).Concurrency
            );
            behind = countdowns.Count;
            first = Link(later[..split], details.Waiting, countdowns);
        }
        if (firstSteps > 0)
            first = Link(operators.Take(firstSteps), completing = new(CompleteCurrent, first), countdowns);
        if (details is not null)
            details.Before = countdowns[behind..];
        Countdowns = countdowns;
        (firstCounts, settledCounts) = (new int[countdowns.Count], new int[countdowns.Count]);
    }

    /// <summary>What each Skip and Take has left, the last one's first.</summary>
    public IReadOnlyList<Countdown> Countdowns { get; }

    /// <summary>True when the run needs no more profiles.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The exception of a predicate or selector, thrown after the items before it.</summary>
    public ExceptionDispatchInfo? Fault { get; private set; }

    /// <summary>The reason why the latest page was examined only in part, thrown after the items before it.</summary>
    public ExceptionDispatchInfo? Stop { get; private set; }

    /// <summary>How many items have come out so far.</summary>
    public long Returned => output.Count;

    /// <summary>The items since the last call.</summary>
    public List<T> TakeItems() => output.TakeItems();

    /// <summary>How many profiles had to be read whole after a first look.</summary>
    public int Completed => completing?.Completed ?? 0;

    /// <summary>Takes the profiles of a page, in order.</summary>
    /// <returns>The index of the first profile that was not examined, or the number of profiles.</returns>
    public async ValueTask<int> PushAsync(Page source)
    {
        (page, examined) = (source, 0);
        Settle();
        settledCounts.CopyTo(firstCounts, 0);
        try
        {
            while (examined < source.Profiles.Count && !IsDone)
            {
                taken++;
                IsDone = !first.Push(source.Profiles[examined++]);
                if (details is null)
                    continue;
                details.NoteOrigin(examined);
                var isLast = IsDone || examined == source.Profiles.Count || taken == needed;
                if (!isLast && !details.IsFull)
                    continue;
                readsDetails = true;
                if (await details.FlushAsync().ConfigureAwait(false) is { } origin)
                    (examined, IsDone) = (origin, true);
                readsDetails = false;
                Settle();
            }
        }
        catch (ProfilesBudgetException failure) when (stopsWithinPage && settled > 0)
        {
            GoBack(settledCounts);
            Stop = ExceptionDispatchInfo.Capture(failure);
            return settled;
        }
        catch (ProfilesException)
        {
            // Another run reads this page from its start, so the counters go back to it.
            GoBack(firstCounts);
            throw;
        }
        catch (Exception fault) when (IsOfCaller(fault))
        {
            Fail(fault);
        }
        return examined;
    }

    /// <summary>Lets the stages pass on what they held back.</summary>
    public async ValueTask CompleteAsync()
    {
        try
        {
            first.Complete();
            readsDetails = details is not null;
            if (details is not null)
                await details.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not ProfilesException && IsOfCaller(fault))
        {
            Fail(fault);
        }
    }

    /// <summary>Notes that no profile examined so far waits for its details.</summary>
    private void Settle()
    {
        if (examined > 0 && !stopsWithinPage)
            return;
        settled = examined;
        for (var i = 0; i < settledCounts.Length; i++)
            settledCounts[i] = Countdowns[i].Left;
    }

    private void GoBack(int[] counts)
    {
        for (var i = 0; i < counts.Length; i++)
            Countdowns[i].Left = counts[i];
    }

    // While no request is under way, only a predicate or selector can have thrown a cancellation.
    private bool IsOfCaller(Exception fault) => fault is not OperationCanceledException || !readsDetails;

    private UserProfile CompleteCurrent() => page!.Complete(examined - 1);

    private void Fail(Exception fault)
    {
        Fault = ExceptionDispatchInfo.Capture(fault);
        IsDone = true;
    }

    private static Stage<UserProfile> Link(
        IEnumerable<QueryOperator> operators,
        object end,
        List<Countdown> countdowns
    ) => (Stage<UserProfile>)operators.Reverse().Aggregate(end, (next, step) => step.Link(next, countdowns));
}
