using FluentProfiles.Mirror.Errors;

namespace FluentProfiles.Mirror.References;

/// <summary>Lets calls that look at the same time share one look: each gets one that was started after it had asked.
/// Thread-safe.</summary>
/// <param name="look">Looks from a time on; null for its default.</param>
/// <param name="stopped">Is cancelled when the mirror is closed.</param>
internal sealed class SharedLook(
    Func<DateTimeOffset?, CancellationToken, Task<ListedReferences>> look,
    CancellationToken stopped
)
{
    private readonly Lock gate = new();
    private Task latest = Task.CompletedTask;
    private Task<ListedReferences>? next;
    private DateTimeOffset? nextFrom;

    /// <param name="from">The look reads the profiles that were created after this time at least; null for its default.</param>
    /// <param name="cancellationToken">Ends the wait. Others may wait for the same look.</param>
    /// <exception cref="ObjectDisposedException">The mirror was disposed.</exception>
    public Task<ListedReferences> RunAsync(DateTimeOffset? from, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (next is null)
            {
                nextFrom = from;
                next = RunAfterAsync(latest).Observed();
            }
            else if (nextFrom is null || from < nextFrom)
                nextFrom = from ?? nextFrom;
            return next.WaitAsync(cancellationToken);
        }
    }

    private async Task<ListedReferences> RunAfterAsync(Task before)
    {
        // Callers that come now are to find this one.
        await Task.Yield();
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        DateTimeOffset? from;
        lock (gate)
        {
            (latest, next, from) = (next!, null, nextFrom);
        }
        try
        {
            return await look(from, stopped).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            throw DisposedMirror.Error();
        }
    }
}
