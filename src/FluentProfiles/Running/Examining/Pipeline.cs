using System.Runtime.ExceptionServices;
using FluentProfiles.Json.Pages;
using FluentProfiles.Running.Stages;

namespace FluentProfiles.Running.Examining;

/// <summary>Examines the profiles of a run, page by page.</summary>
/// <param name="stages">The stages.</param>
/// <param name="needed">The number of profiles that may be enough, or null. No details beyond them are read before it is known
/// that more are needed.</param>
/// <param name="stopsWithinPage">True when a run may stop after any profile of a page.</param>
internal sealed class Pipeline<T>(StageChain<T> stages, long? needed = null, bool stopsWithinPage = false)
{
    private readonly Checkpoint pageStart = new(stages.Countdowns);
    private readonly Checkpoint settled = new(stages.Countdowns);
    private long taken;
    private int examined;

    /// <summary>What each Skip and Take has left, the last one's first.</summary>
    public IReadOnlyList<Countdown> Countdowns => stages.Countdowns;

    /// <summary>True when the run needs no more profiles.</summary>
    public bool IsDone { get; private set; }

    /// <summary>The exception of a predicate or selector, thrown after the items before it.</summary>
    public ExceptionDispatchInfo? Fault { get; private set; }

    /// <summary>The reason why the latest page was examined only in part, thrown after the items before it.</summary>
    public ExceptionDispatchInfo? Stop { get; private set; }

    /// <summary>How many items have come out so far.</summary>
    public long Returned => stages.Output.Count;

    /// <summary>How many profiles had to be read whole after a first look.</summary>
    public int Completed => stages.Completing?.Completed ?? 0;

    /// <summary>True when the library failed to read. Only a predicate or selector can have thrown otherwise, whatever it
    /// threw.</summary>
    private bool IsReading => stages.Completing is { IsReading: true } || stages.Details is { IsReading: true };

    /// <summary>Returns the items since the last call.</summary>
    public List<T> TakeItems() => stages.Output.TakeItems();

    /// <summary>Takes the profiles of a page, in order.</summary>
    /// <returns>The index of the first profile that was not examined, or the number of profiles.</returns>
    public async ValueTask<int> PushAsync(Page page)
    {
        examined = 0;
        settled.Set(0);
        pageStart.Set(0);
        try
        {
            while (examined < page.Profiles.Count && !IsDone)
            {
                taken++;
                IsDone = !stages.First.Push(stages.Current.MoveTo(page, examined++));
                if (stages.Details is { } details)
                    await AddDetailsAsync(details, isLast: examined == page.Profiles.Count).ConfigureAwait(false);
            }
        }
        catch (ProfilesBudgetException failure) when (IsReading && stopsWithinPage && settled.Examined > 0)
        {
            // Another run takes the rest of the page.
            examined = settled.GoBack();
            IsDone = false;
            Stop = ExceptionDispatchInfo.Capture(failure);
        }
        catch (Exception) when (IsReading)
        {
            // Another run reads this page from its start.
            pageStart.GoBack();
            throw;
        }
        catch (Exception fault)
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
            stages.First.Complete();
            if (stages.Details is { } details)
                await details.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception fault) when (!IsReading)
        {
            Fail(fault);
        }
    }

    /// <summary>Reads details as soon as enough profiles wait for them.</summary>
    private async ValueTask AddDetailsAsync(DetailStep details, bool isLast)
    {
        details.RecordOrigin(examined);
        if (!IsDone && !isLast && taken != needed && !details.IsFull)
            return;
        if (await details.FlushAsync().ConfigureAwait(false) is { } origin)
            (examined, IsDone) = (origin, true);
        // No profile examined so far waits for its details.
        if (stopsWithinPage)
            settled.Set(examined);
    }

    private void Fail(Exception fault)
    {
        Fault = ExceptionDispatchInfo.Capture(fault);
        IsDone = true;
    }
}
