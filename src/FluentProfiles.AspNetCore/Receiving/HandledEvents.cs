namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>Remembers which events were handled, up to a number, and lets one delivery of an event in at a time.
/// Thread-safe.</summary>
/// <param name="most">How many handled events are remembered.</param>
internal sealed class HandledEvents(int most)
{
    private readonly object gate = new();

    // Each is complete when its delivery is: with true where the event was handled.
    private readonly Dictionary<string, Task<bool>> deliveries = [];
    private readonly Queue<string> handled = [];

    /// <summary>Handles an event, unless another delivery of it has been handled or is being handled with success.</summary>
    /// <returns>False for a duplicate.</returns>
    public async Task<bool> HandleOnceAsync(string id, Func<Task> handle, CancellationToken cancellationToken)
    {
        TaskCompletionSource<bool> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        while (OtherOrAdd(id, mine.Task) is { } other)
        {
            if (await other.WaitAsync(cancellationToken).ConfigureAwait(false))
                return false;
        }
        var isHandled = false;
        try
        {
            await handle().ConfigureAwait(false);
            return isHandled = true;
        }
        finally
        {
            End(id, isHandled);
            mine.SetResult(isHandled);
        }
    }

    private Task<bool>? OtherOrAdd(string id, Task<bool> mine)
    {
        lock (gate)
        {
            if (deliveries.TryGetValue(id, out var other))
                return other;
            deliveries.Add(id, mine);
            return null;
        }
    }

    private void End(string id, bool isHandled)
    {
        lock (gate)
        {
            if (isHandled)
                handled.Enqueue(id);
            else
                deliveries.Remove(id);
            if (handled.Count > most)
                deliveries.Remove(handled.Dequeue());
        }
    }
}
