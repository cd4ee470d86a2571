namespace FluentProfiles.Emulator.Webhooks;

/// <summary>Delivers messages one after the other, in the order in which they come; one that is held back changes places with the next.
/// Thread-safe.</summary>
internal sealed class WebhookQueue(WebhookPost post, TimeSpan longestHold, TimeProvider time) : IDisposable
{
    private readonly object gate = new();
    private readonly CancellationTokenSource stop = new();
    private Task last = Task.CompletedTask;
    private WebhookMessage? held;

    public void Add(WebhookMessage message, bool holdBack)
    {
        lock (gate)
        {
            if (holdBack && held is null)
            {
                held = message;
                _ = ReleaseLaterAsync(message);
                return;
            }
            Enqueue(message);
            Release();
        }
    }

    /// <summary>Completes when everything added so far is delivered or given up.</summary>
    public Task FlushAsync(CancellationToken ct)
    {
        lock (gate)
        {
            Release();
            return last.WaitAsync(ct);
        }
    }

    public void Dispose()
    {
        if (stop.IsCancellationRequested)
            return;
        stop.Cancel();
        stop.Dispose();
        post.Dispose();
    }

    // Without an event to follow, and nobody who waits, it would be held for ever.
    private async Task ReleaseLaterAsync(WebhookMessage message)
    {
        await Task.Delay(longestHold, time, stop.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate)
        {
            if (held == message)
                Release();
        }
    }

    private void Release()
    {
        if (held is { } message)
            Enqueue(message);
        held = null;
    }

    private void Enqueue(WebhookMessage message)
    {
        if (!stop.IsCancellationRequested)
            last = DeliverAsync(last, message, stop.Token);
    }

    private async Task DeliverAsync(Task before, WebhookMessage message, CancellationToken ct)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        for (var i = 0; i < message.Deliveries; i++)
            await post.DeliverAsync(message, ct).ConfigureAwait(false);
    }
}
