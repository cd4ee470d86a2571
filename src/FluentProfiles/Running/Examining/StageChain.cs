using FluentProfiles.Operators;
using FluentProfiles.Operators.Windows;
using FluentProfiles.Running.Fetching;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running.Examining;

/// <summary>The stages of a run, from the profile to the item: in two halves where each profile is read again in between.</summary>
internal sealed class StageChain<T>
{
    /// <param name="operators">The client's steps.</param>
    /// <param name="stages">Creates their stages.</param>
    /// <param name="firstSteps">How many of the steps only look at profiles that are read whole after them; 0 for whole ones
    /// from the start.</param>
    /// <param name="reader">Reads the details of a profile; null where no step needs them.</param>
    /// <param name="onlyCounts">True when the items are only counted.</param>
    public StageChain(
        IReadOnlyList<QueryOperator> operators,
        StageFactory stages,
        int firstSteps,
        DetailReader? reader,
        bool onlyCounts = false
    )
    {
        Output = new(keeps: !onlyCounts);
        var later = operators.Skip(firstSteps).ToList();
        var split = later.FindIndex(step => step is DetailsOperator);
        if (split < 0)
            First = stages.Create(later, Output);
        else
        {
            var concurrency = ((DetailsOperator)later[split]).Concurrency;
            Details = new(stages.Create(later[split..], Output), reader!, concurrency);
            First = stages.Create(later[..split], Details.Waiting);
        }
        if (firstSteps > 0)
            First = stages.Create(operators.Take(firstSteps), Completing = new(Current, First));
        Countdowns = [.. stages.Countdowns];
        if (Details is not null)
            Details.Before = [.. Countdowns.TakeLast(operators.Take(firstSteps + split).Count(HasCountdown))];
    }

    public Stage<UserProfile> First { get; }

    public CurrentProfile Current { get; } = new();

    /// <summary>Reads profiles whole after a first look; null where they are whole from the start.</summary>
    public CompletingStage? Completing { get; }

    /// <summary>Reads profiles again; null where no step needs that.</summary>
    public DetailStep? Details { get; }

    public Output<T> Output { get; }

    /// <summary>What each Skip and Take has left, the last one's first.</summary>
    public IReadOnlyList<Countdown> Countdowns { get; }

    private static bool HasCountdown(QueryOperator step) => step is WindowOperator { IsBlocking: false };
}
