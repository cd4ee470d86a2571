using System.Runtime.ExceptionServices;
using FluentProfiles.Execution.Stages;
using FluentProfiles.Query.Operators;

namespace FluentProfiles.Execution;

/// <summary>The client's part of a run: stages from the profile to the item, in two halves where each profile is read again
/// in between.</summary>
internal sealed class Pipeline<T>
{
    private readonly Output<T> output = new();
    private readonly Stage<UserProfile> first;
    private readonly DetailStep? details;
    private readonly long? needed;
    private long taken;

    /// <param name="operators">The client's steps.</param>
    /// <param name="needed">How many profiles may be enough, or null: not one is read again beyond them before that shows.</param>
    /// <param name="readDetails">Reads a profile again; null where it is gone.</param>
    public Pipeline(
        IReadOnlyList<QueryOperator> operators,
        long? needed,
        Func<UserProfile, Task<UserProfile?>> readDetails
    )
    {
        this.needed = needed;
        List<Countdown> countdowns = [];
        var split = operators.TakeWhile(step => step is not DetailsOperator).Count();
        if (split == operators.Count)
            first = Link(operators, output, countdowns);
        else
        {
            var afterDetails = Link(operators.Skip(split), output, countdowns);
            details = new(afterDetails, readDetails, ((DetailsOperator)operators[split]).Concurrency);
            var behind = countdowns.Count;
            first = Link(operators.Take(split), details.Waiting, countdowns);
            details.Before = countdowns[behind..];
        }
        Countdowns = countdowns;
    }

    /// <summary>What each Skip and Take has left, the last one's first.</summary>
    public IReadOnlyList<Countdown> Countdowns { get; }

    /// <summary>Whether no further profile is wanted.</summary>
    public bool IsDone { get; private set; }

    /// <summary>What a predicate or selector has thrown: it is due after the items before it.</summary>
    public ExceptionDispatchInfo? Fault { get; private set; }

    /// <summary>The items since the last call.</summary>
    public List<T> TakeItems() => output.TakeItems();

    /// <summary>Takes the profiles of a page, in order.</summary>
    /// <returns>How many were examined before no more were wanted.</returns>
    public async ValueTask<int> PushAsync(IReadOnlyList<UserProfile> profiles)
    {
        var examined = 0;
        try
        {
            while (examined < profiles.Count && !IsDone)
            {
                taken++;
                IsDone = !first.Push(profiles[examined++]);
                if (details is null)
                    continue;
                details.NoteOrigin(examined);
                var isLast = IsDone || examined == profiles.Count || taken == needed;
                if ((isLast || details.IsFull) && await details.FlushAsync().ConfigureAwait(false) is { } origin)
                    (examined, IsDone) = (origin, true);
            }
        }
        catch (Exception fault) when (fault is not (ProfilesException or OperationCanceledException))
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
            if (details is not null)
                await details.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not (ProfilesException or OperationCanceledException))
        {
            Fail(fault);
        }
    }

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
