using FluentProfiles.Json.Pages;
using FluentProfiles.Resume;
using FluentProfiles.Running.Paging;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running.Resuming;

/// <summary>Remembers how far a run has come, and writes the tokens from which another run resumes.</summary>
internal sealed class RunMemory
{
    private readonly RunSetup setup;
    private readonly RunCounts counts;
    private readonly RunResume resume;
    private readonly Lazy<string?> beginning;
    private bool isDone;
    private bool isComplete;
    private bool hasMovedOn;

    /// <param name="setup">What the run does.</param>
    /// <param name="countdowns">The counters of the run; those of the query are set to what the earlier run has left.</param>
    /// <param name="counts">The figures of the run.</param>
    public RunMemory(RunSetup setup, IReadOnlyList<Countdown> countdowns, RunCounts counts)
    {
        (this.setup, this.counts) = (setup, counts);
        var plan = setup.Plan;
        resume = new(setup, countdowns);
        resume.Restore();
        Position = new(
            setup.Start,
            setup.Settings.Cursor,
            plan.Ids is null ? plan.Order : null,
            plan.Ids is null ? ExaminedPart.MostIds : int.MaxValue
        );
        beginning = new(() => BeginningToken.Of(setup.Query, setup.Environment));
    }

    public RunPosition Position { get; }

    /// <summary>The token that resumes after the items of the latest page, or null when the run is complete.</summary>
    public string? Token => resume.Token(Position, counts.Returned, isDone, isComplete);

    /// <summary>The token that resumes where this run began; null, too, where it can't be protected.</summary>
    public string? TokenOfStart => IfProtected(() => beginning.Value);

    /// <summary>The token for the exception of a run that fails; null, too, where it can't be protected: that must not hide the
    /// failure.</summary>
    public string? TokenOnFailure => setup.Options.ReturnsNothingOnFailure ? TokenOfStart : IfProtected(() => Token);

    /// <summary>True when a run from the token returns items that this one has not returned.</summary>
    public bool HasProgressed => setup.Plan.BeginsAgain ? counts.Returned > 0 : hasMovedOn;

    /// <summary>True when the token after a page leads further than the one before it, so that runs that resume one another
    /// end.</summary>
    public bool HasMovedOn(bool hasItems) => hasItems || (!setup.Plan.BeginsAgain && Position.HasMovedOn);

    /// <summary>True when a token leads to the items that were returned at the end.</summary>
    public bool ReturnsOnlyAtEnd => !Position.HasMoved || setup.Plan.BeginsAgain;

    /// <summary>Records how far a page was examined.</summary>
    /// <param name="walk">The walk that has returned the page.</param>
    /// <param name="page">The page.</param>
    /// <param name="end">The first profile of it that was not examined.</param>
    /// <param name="needsNoMore">True when the run needs no more profiles.</param>
    public void Advance(PageWalk walk, Page page, int end, bool needsNoMore)
    {
        Position.Advance(walk, page, end);
        hasMovedOn |= Position.HasMovedOn;
        isDone = needsNoMore;
    }

    /// <summary>Records that the source has counted the items, so that the run is complete.</summary>
    public void EndCount() => isDone = isComplete = true;

    /// <summary>Records that every item was returned.</summary>
    public void Complete() => isComplete = true;

    private static string? IfProtected(Func<string?> token)
    {
        try
        {
            return token();
        }
        catch (ProfilesConfigurationException)
        {
            return null;
        }
    }
}
