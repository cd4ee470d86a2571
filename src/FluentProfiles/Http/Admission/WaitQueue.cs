namespace FluentProfiles.Http;

/// <summary>The calls that wait to enter, the one with the lowest ticket first.</summary>
internal sealed class WaitQueue
{
    private readonly SortedDictionary<long, TaskCompletionSource> waiters = [];

    public int Count => waiters.Count;

    /// <summary>Adds a call, which must not wait already.</summary>
    /// <returns>A task that completes when the call may enter, or is cancelled.</returns>
    public async Task Add(long ticket, CancellationToken cancellationToken)
    {
        TaskCompletionSource waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
        waiters.Add(ticket, waiter);
        using var registration = cancellationToken.UnsafeRegister(
            static (waiter, token) => ((TaskCompletionSource)waiter!).TrySetCanceled(token),
            waiter
        );
        await waiter.Task.ConfigureAwait(false);
    }

    /// <summary>Removes a call that was cancelled.</summary>
    public void Remove(long ticket) => waiters.Remove(ticket);

    /// <summary>Ends the wait of the first call that was not cancelled.</summary>
    /// <returns>False when there is none.</returns>
    public bool ReleaseFirst()
    {
        while (waiters.Count > 0)
        {
            var (ticket, waiter) = waiters.First();
            waiters.Remove(ticket);
            if (waiter.TrySetResult())
                return true;
        }
        return false;
    }
}
