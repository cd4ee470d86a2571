using System.Collections.Concurrent;

namespace FluentProfiles.Emulator.Webhooks;

/// <summary>The attempts so far, in order. Thread-safe.</summary>
internal sealed class WebhookLog(bool enabled)
{
    private readonly ConcurrentQueue<EmulatorWebhook> webhooks = [];

    public IReadOnlyList<EmulatorWebhook> Snapshot() => [.. webhooks];

    public void Clear() => webhooks.Clear();

    public void Add(EmulatorWebhook webhook)
    {
        if (enabled)
            webhooks.Enqueue(webhook);
    }
}
