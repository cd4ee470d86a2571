using FluentProfiles.Http.Retrying;
using FluentProfiles.Telemetry;

namespace FluentProfiles.Running;

/// <summary>The time that a run may take. It stands still while the caller works on what was returned.</summary>
/// <param name="most">The time, or null for no limit.</param>
/// <param name="clock">The clock.</param>
/// <param name="caller">The caller's token.</param>
internal sealed class RunTime(TimeSpan? most, TimeProvider clock, CancellationToken caller) : IDisposable
{
    private readonly TimeLimit? limit = TimeLimit.Of(most, clock, caller);

    /// <summary>Cancelled with the caller's, or when the time is up.</summary>
    public CancellationToken Token => limit?.Token ?? caller;

    public bool IsUp => limit is { HasPassed: true };

    public void Pause() => limit?.Pause();

    public void Resume() => limit?.Resume();

    public void ThrowIfUp() => limit?.Token.ThrowIfCancellationRequested();

    /// <summary>Returns what a part of the run returns, and tells a run whose time is up from one that the caller has
    /// cancelled.</summary>
    /// <exception cref="ProfilesBudgetException">The time is up.</exception>
    public ValueTask<T> Of<T>(ValueTask<T> work) => limit is null ? work : Limited(work, limit);

    public void Dispose() => limit?.Dispose();

    private async ValueTask<T> Limited<T>(ValueTask<T> work, TimeLimit within)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            caller.ThrowIfCancellationRequested();
            if (!within.HasPassed)
                throw;
            throw new ProfilesBudgetException(
                $"The run exceeded the {Durations.Text(within.Limit)} that WithRunTimeout allows. Resume from the exception's ResumeToken, or set a longer timeout."
            );
        }
    }
}
