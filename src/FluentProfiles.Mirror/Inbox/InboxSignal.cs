namespace FluentProfiles.Mirror.Inbox;

/// <summary>Wakes a loop that waits. A signal that comes while the loop is at work ends its next wait at once. Thread-safe.</summary>
internal sealed class InboxSignal
{
    private volatile TaskCompletionSource set = Create();

    public void Set() => set.TrySetResult();

    /// <summary>Waits for a signal, or for a time.</summary>
    public async Task WaitAsync(TimeSpan longest, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var canceled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var late = Task.Delay(longest, clock, canceled.Token);
        await Task.WhenAny(set.Task, late).ConfigureAwait(false);
        await canceled.CancelAsync().ConfigureAwait(false);
        if (set.Task.IsCompleted)
            set = Create();
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
